import { logRate } from "../../ecg/heart-rate/relative-features.ts";
import { rollingMedian } from "../../ecg/numeric/rolling-median.ts";

/** Beats over which the rate around a beat is taken: its neighbours, about half a minute, more than a minute. */
export const SURROUNDING_BEATS = [11, 31, 101] as const;

/** Relative rates of each beat: one for each of `SURROUNDING_BEATS`. */
export const CHANNELS = SURROUNDING_BEATS.length;

/** A rate of e times its surroundings is as far out as any, and so is a pause: one of a minute must not drown the rest. */
const LARGEST_LOG_RATIO = 1;

/** Sinus rhythm varies by a few percent, a premature beat by tens: brings them near 0.2 and 1 to 2. */
export const LOG_RATIO_SCALE = 5;

/**
 * The rate of each beat against the median rate around it, as a scaled and limited log ratio: [rows, CHANNELS], the
 * channels of a row side by side. Multiplying a patient's rates by a constant changes nothing; never NaN.
 */
export function relativeRates(rate: Float64Array): Float32Array<ArrayBuffer> {
  const log = logRate(rate);
  const relative = new Float32Array(rate.length * CHANNELS);
  SURROUNDING_BEATS.forEach((beats, channel) => {
    const surroundings = rollingMedian(log, beats);
    for (let row = 0; row < rate.length; row++) {
      const logRatio = log[row] - surroundings[row];
      relative[row * CHANNELS + channel] = LOG_RATIO_SCALE * Math.min(LARGEST_LOG_RATIO, Math.max(-LARGEST_LOG_RATIO, logRatio));
    }
  });
  return relative;
}

/**
 * Fills `window` with the relative rates from row `first` on. Rows before the patient's first beat or after the last
 * are 0: like their surroundings.
 */
export function readWindow(relative: Float32Array, first: number, window: Float32Array): void {
  const rows = relative.length / CHANNELS;
  const from = Math.max(first, 0);
  const to = Math.min(first + window.length / CHANNELS, rows);
  window.fill(0);
  if (from < to) window.set(relative.subarray(from * CHANNELS, to * CHANNELS), (from - first) * CHANNELS);
}
