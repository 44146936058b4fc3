import type { PlotPoints } from "../../../ecg/drawing/plot-points.ts";
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

/** SVG paths of a recording's overview, `size` in pixels. */
export function overviewPaths({ timeS, rateBpm, marks }: PlotPoints, full: TimeRange, size: { readonly width: number; readonly height: number }): OverviewPaths {
  const low = rateBpm.reduce((least, rate) => Math.min(least, rate), Infinity);
  const high = rateBpm.reduce((most, rate) => Math.max(most, rate), -Infinity);
  const x = (time: number) => (((time - full.fromS) / (full.toS - full.fromS || 1)) * size.width).toFixed(1);
  const y = (rate: number) => (EDGE_PX + (1 - (rate - low) / (high - low || 1)) * (size.height - 2 * EDGE_PX)).toFixed(1);
  const strokes = (top: number, shown: typeof marks) => shown.map((mark) => `M${x(mark.timeS)},${top}v${STROKE_PX}`).join("");
  return {
    signal: Array.from(timeS, (time, i) => `${i === 0 ? "M" : "L"}${x(time)},${y(rateBpm[i])}`).join(""),
    truth: strokes(0, marks.filter(({ kind }) => kind !== "predicted")),
    predicted: strokes(size.height - STROKE_PX, marks.filter(({ kind }) => kind !== "true")),
  };
}
