import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
import { linePath, linePoints } from "./signal-line.ts";
import type { TimeRange } from "./zoom.ts";

interface OverviewPaths {
  readonly signal: string;
  /** a stroke at the top edge for each true anomaly */
  readonly truth: string;
  /** a stroke at the bottom edge for each predicted one */
  readonly predicted: string;
}

/** Room for the strokes of the marks at the top and the bottom. */
const EDGE_PX = 8;
const STROKE_PX = 6;

interface OverviewOptions {
  readonly full: TimeRange;
  readonly breakAfterS: number;
  /** in pixels */
  readonly width: number;
  readonly height: number;
}

/** SVG paths of a recording's overview. */
export function overviewPaths(points: PlotPoints, { full, breakAfterS, width, height }: OverviewOptions): OverviewPaths {
  const { rateBpm, marks } = points;
  const low = rateBpm.reduce((least, rate) => Math.min(least, rate), Infinity);
  const high = rateBpm.reduce((most, rate) => Math.max(most, rate), -Infinity);
  const x = (time: number) => (((time - full.fromS) / (full.toS - full.fromS || 1)) * width).toFixed(1);
  const y = (rate: number) => (EDGE_PX + (1 - (rate - low) / (high - low || 1)) * (height - 2 * EDGE_PX)).toFixed(1);
  const strokes = (top: number, shown: typeof marks) => shown.map((mark) => `M${x(mark.timeS)},${top}v${STROKE_PX}`).join("");
  return {
    signal: linePath(linePoints(points, breakAfterS), (point) => `${x(point.timeS)},${y(point.rateBpm)}`),
    truth: strokes(0, marks.filter(({ kind }) => kind !== "predicted")),
    predicted: strokes(height - STROKE_PX, marks.filter(({ kind }) => kind !== "true")),
  };
}
