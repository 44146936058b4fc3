import { quantileOfSorted } from "../../../ecg/numeric/quantile.ts";
import { roundStep } from "../../result/plot/rate-axis.ts";
import type { SortedErrors } from "./sorted-errors.ts";

/** Equal bins from 0 to `upper`; the last one also holds what lies beyond. */
export interface ErrorBins {
  readonly upper: number;
  readonly normal: Uint32Array;
  readonly anomalous: Uint32Array;
  readonly unlabelled: Uint32Array;
  /** beats with an error beyond `upper` */
  readonly beyond: number;
}

/** Three times the square root of the number of beats, within these: few beats in many bins are only a comb. */
const BINS = { least: 20, most: 60 } as const;
/** A few extreme errors must not press all others into one bin. */
const DRAWN_SHARE = 0.99;
const ROOM = 1.25;

/** At most 60 bins of a round width that reach past nearly all errors and past `threshold`. */
export function errorBins(errors: SortedErrors, threshold: number): ErrorBins {
  const groups = [errors.normal, errors.anomalous, errors.unlabelled].filter(({ length }) => length > 0);
  const largest = Math.max(0, ...groups.map((sorted) => sorted[sorted.length - 1]));
  const usual = Math.max(0, ...groups.map((sorted) => quantileOfSorted(sorted, DRAWN_SHARE)));
  const reach = Math.max(Math.min(largest, ROOM * usual), ROOM * threshold) || 1;
  const beats = groups.reduce((sum, { length }) => sum + length, 0);
  const wanted = Math.min(Math.max(3 * Math.sqrt(beats), BINS.least), BINS.most);
  const binWidth = roundStep(reach / wanted);
  const bins = Math.ceil(reach / binWidth);
  const upper = Number((bins * binWidth).toPrecision(12));
  const count = (sorted: Float32Array) => {
    const counts = new Uint32Array(bins);
    for (const error of sorted) counts[Math.min(Math.floor(error / binWidth), bins - 1)]++;
    return counts;
  };
  return {
    upper,
    normal: count(errors.normal),
    anomalous: count(errors.anomalous),
    unlabelled: count(errors.unlabelled),
    beyond: groups.reduce((sum, sorted) => sum + sorted.filter((error) => error > upper).length, 0),
  };
}
