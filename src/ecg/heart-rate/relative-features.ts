import type { FeatureMatrix } from "./feature-matrix.ts";
import { quantile } from "../numeric/quantile.ts";
import { rollingMedian } from "../numeric/rolling-median.ts";

/** Beats in the surroundings of a beat: about half a minute. */
const WINDOW = 41;

/** Rates below this share of the patient's median rate count as that much: the log of 0 is not finite. */
const LEAST_SHARE = 0.01;

/**
 * The relative inputs of the Isolation Forest. A premature beat (S, V) comes after a short RR interval and usually
 * before a long, compensatory one: its rate stands above the local median and above the rates of both neighbours. The
 * forest takes any unusual value for an anomaly, so the features are one-sided, 0 unless the beat is early: the normal
 * beat after the pause, with its low rate, does not stand out.
 *
 * Log ratios of the rate to the rolling median of 41 beats and to the beats before and after, not divided by the local
 * spread: that hides bigeminy, whose beats are the spread. Multiplying a patient's rates by a constant changes nothing,
 * so bpm and rates scaled from 0 are alike. The first row, without a beat before it, is NaN in `over_before`.
 */
export function prematurityInputs(rate: Float64Array): FeatureMatrix {
  const log = logRate(rate);
  const beatBefore = log.slice().copyWithin(1, 0);
  const beatAfter = log.slice().copyWithin(0, 1);
  const columns = {
    [`over_median_${WINDOW}`]: excess(log, rollingMedian(log, WINDOW)),
    over_before: excess(log, beatBefore).fill(NaN, 0, 1),
    over_after: excess(log, beatAfter),
  };
  return { names: Object.keys(columns), columns: Object.values(columns) };
}

/** Natural log of each rate over the patient's median rate, for rates in any unit and without gaps. */
export function logRate(rate: Float64Array): Float64Array<ArrayBuffer> {
  const centre = quantile(rate, 0.5);
  return new Float64Array(rate).map((value) => (centre > 0 ? Math.log(Math.max(value / centre, LEAST_SHARE)) : 0));
}

/** How far each value lies above the other one, 0 where it lies below. */
function excess(values: Float64Array, others: Float64Array): Float32Array<ArrayBuffer> {
  const above = new Float32Array(values.length);
  for (let row = 0; row < values.length; row++) above[row] = Math.max(values[row] - others[row], 0);
  return above;
}
