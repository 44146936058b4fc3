/**
 * Features that compare a beat's rate with its surroundings. A premature beat (S, V) comes after a short RR interval
 * and usually before a long, compensatory one: its rate stands above the local median and above the next beat's, while
 * the normal beat after it has a low rate. Dividing by the local spread keeps irregular rhythms (atrial fibrillation)
 * from standing out beat by beat. All are differences of log rates, so multiplying a patient's rates by a constant
 * changes nothing, and bpm and rates scaled to 0..1 from 0 are alike.
 */
import type { FeatureMatrix } from "./feature-matrix.ts";
import { quantile } from "../numeric/quantile.ts";
import { rollingMedian, rollingSpread } from "../numeric/rolling-median.ts";

/** Rows in the surroundings of a beat: about half a minute, short and long beside it. */
const WINDOW = { short: 11, middle: 41, long: 81 } as const;

/** Least local spread: 5 % of the rate. A very regular rhythm has a MAD near 0, which would make any beat stand out. */
export const SPREAD_FLOOR = 0.05;

/** Rates below this share of the patient's median rate count as that much: the log of 0 is not finite. */
const LEAST_SHARE = 0.01;

/** Natural log of each rate over the patient's median rate, for rates in any unit and without gaps. */
export function logRate(rate: Float64Array): Float64Array<ArrayBuffer> {
  const centre = quantile(rate, 0.5);
  return Float64Array.from(rate, (value) => (centre > 0 ? Math.log(Math.max(value / centre, LEAST_SHARE)) : 0));
}

/** (value − rolling median) / max(rolling MAD, floor) over a centred window; the MAD is unscaled. */
export function robustZ(values: Float64Array, window: number, spreadFloor: number): Float64Array<ArrayBuffer> {
  const { median, mad } = rollingSpread(values, window);
  return values.map((value, row) => (value - median[row]) / Math.max(mad[row], spreadFloor));
}

/**
 * Signed features for a network that sees the beats around as well: finite in every row.
 * `log_ratio_N` is ln(rate / rolling median of N rows), `z_41` its robust z, `change_before` and `change_after` are
 * ln(rate / rate of the beat before, after), 0 where there is none, `spread_41` is the local MAD of the log rate.
 */
export function relativeFeatures(rate: Float64Array): FeatureMatrix {
  const log = logRate(rate);
  const { median, mad } = rollingSpread(log, WINDOW.middle);
  return toMatrix({
    [`log_ratio_${WINDOW.short}`]: minus(log, rollingMedian(log, WINDOW.short)),
    [`log_ratio_${WINDOW.middle}`]: minus(log, median),
    [`log_ratio_${WINDOW.long}`]: minus(log, rollingMedian(log, WINDOW.long)),
    [`z_${WINDOW.middle}`]: log.map((value, row) => (value - median[row]) / Math.max(mad[row], SPREAD_FLOOR)),
    change_before: minus(log, shifted(log, -1)),
    change_after: minus(log, shifted(log, 1)),
    [`spread_${WINDOW.middle}`]: mad,
  });
}

/**
 * The relative inputs of the Isolation Forest, which takes any unusual value for an anomaly: one-sided, 0 unless the
 * beat is early, so that the slow beat after a premature one does not stand out. Log ratios to the rolling median of
 * 41 rows and to the beats before and after, not divided by the local spread: that hides bigeminy, whose beats are the
 * spread. The first row, without a beat before it, is NaN in `over_before`.
 */
export function prematurityInputs(rate: Float64Array): FeatureMatrix {
  const log = logRate(rate);
  return toMatrix({
    [`over_median_${WINDOW.middle}`]: positive(minus(log, rollingMedian(log, WINDOW.middle))),
    over_before: positive(minus(log, shifted(log, -1)).fill(NaN, 0, 1)),
    over_after: positive(minus(log, shifted(log, 1))),
  });
}

type Column = Float64Array<ArrayBuffer>;

function toMatrix(columns: Readonly<Record<string, Column>>): FeatureMatrix {
  return { names: Object.keys(columns), columns: Object.values(columns).map((column) => Float32Array.from(column)) };
}

/** The value `by` rows on; at the ends, where there is none, the row's own. */
function shifted(values: Column, by: number): Column {
  return values.map((value, row) => values[row + by] ?? value);
}

const minus = (a: Column, b: Column): Column => a.map((value, row) => value - b[row]);
/** NaN stays NaN. */
const positive = (a: Column): Column => a.map((value) => Math.max(value, 0));
