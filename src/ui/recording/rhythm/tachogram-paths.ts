import { INTERVAL_KINDS, intervalTimeS, tachogram, type IntervalKind } from "../../../ecg/rhythm/tachogram.ts";
import type { RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import type { TimeSpan } from "../recording-view.ts";
import { valueOf, type TachogramUnit, type ValueScale } from "./tachogram-scale.ts";

export interface TachogramArea {
  readonly span: TimeSpan;
  readonly scale: ValueScale;
  readonly unit: TachogramUnit;
  readonly width: number;
  readonly height: number;
}

/** SVG paths: NN intervals as a line, ectopic ones as triangles, outliers as crosses; `dots` lie on the line where there is room for them. */
export type TachogramPaths = Readonly<Record<IntervalKind | "dots", string>>;

/** A longer time without an NN interval is not drawn across. */
const LONGEST_LINK_S = 5;
const LONGEST_LINK_PX = 3;
const DOT_ROOM_PX = 5;

/** Where an interval is drawn; one beyond the scale at its edge. */
export function pointOf(rr: RrSeries, interval: number, { span, scale, unit, width, height }: TachogramArea): { readonly x: number; readonly y: number } {
  const { low, high } = scale;
  const value = Math.min(high, Math.max(low, valueOf(unit, rr.intervalMs[interval])));
  return { x: xOf(intervalTimeS(rr, interval), span, width), y: height * (1 - (value - low) / (high - low)) };
}

export function xOf(timeS: number, { fromS, toS }: TimeSpan, width: number): number {
  return ((timeS - fromS) / (toS - fromS)) * width;
}

export function tachogramPaths(rr: RrSeries, area: TachogramArea): TachogramPaths {
  const { span, width } = area;
  const drawn = tachogram(rr, { ...span, columns: Math.max(1, Math.floor(width)) });
  const longestLinkS = Math.max(LONGEST_LINK_S, (LONGEST_LINK_PX * (span.toS - span.fromS)) / width);
  const paths = { nn: "", ectopic: "", outlier: "", dots: "" };
  const hasDots = drawn.nn.length * DOT_ROOM_PX < width;
  for (const kind of INTERVAL_KINDS) {
    let lastS = -Infinity;
    for (const interval of drawn[kind]) {
      const timeS = intervalTimeS(rr, interval);
      const { x, y } = pointOf(rr, interval, area);
      if (kind !== "nn") paths[kind] += mark(kind, x, y);
      else {
        // A line without length shows an interval that has no neighbour.
        const dot = `M${at(x)},${at(y)}h0`;
        paths.nn += timeS - lastS > longestLinkS ? dot : `L${at(x)},${at(y)}`;
        if (hasDots) paths.dots += dot;
      }
      lastS = timeS;
    }
  }
  return paths;
}

function mark(kind: "ectopic" | "outlier", x: number, y: number): string {
  return kind === "ectopic" ? `M${at(x)},${at(y - 3.5)}l3,5.5h-6Z` : `M${at(x - 2.5)},${at(y - 2.5)}l5,5m0,-5l-5,5`;
}

const at = (pixel: number) => pixel.toFixed(1);
