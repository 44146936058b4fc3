import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import type { PlotGeometry } from "./plot-geometry.ts";

/** What the pointer or the keys point at: a mark, or a point of the signal. */
export interface Pointed {
  /** row within the patient */
  readonly row: number;
  readonly timeS: number;
  readonly rateBpm: number;
  /** how many rows a mark stands for; 1 for a point of the signal */
  readonly count: number;
}

/** How near a mark must be to win over the signal, and a point of the signal to be pointed at, in pixels. */
const MARK_REACH = 14;
const SIGNAL_REACH = 24;

/** The mark under the pointer, else the signal's point nearest in time; null if neither is near. `x`, `y` in the plot's pixels. */
export function nearestPoint(points: PlotPoints, geometry: PlotGeometry, at: { readonly x: number; readonly y: number }): Pointed | null {
  let nearest: Pointed | null = null;
  let least = MARK_REACH;
  for (const mark of points.marks) {
    const distance = Math.hypot(geometry.xOf(mark.timeS) - at.x, geometry.yOf(mark.rateBpm) - at.y);
    if (distance <= least) {
      nearest = mark;
      least = distance;
    }
  }
  return nearest ?? nearestInTime(points, geometry, at.x);
}

function nearestInTime({ row, timeS, rateBpm }: PlotPoints, { xOf }: PlotGeometry, x: number): Pointed | null {
  let nearest = -1;
  let least = SIGNAL_REACH;
  for (let i = 0; i < row.length; i++) {
    const distance = Math.abs(xOf(timeS[i]) - x);
    if (distance < least) {
      nearest = i;
      least = distance;
    }
  }
  return nearest < 0 ? null : { row: row[nearest], timeS: timeS[nearest], rateBpm: rateBpm[nearest], count: 1 };
}
