import { logRate } from "../../ecg/heart-rate/relative-features.ts";
import { rollingMedian } from "../../ecg/numeric/rolling-median.ts";

/** Beats over which the rate around a beat is taken: its neighbours, about half a minute, more than a minute. */
export const SURROUNDING_BEATS = [11, 31, 101] as const;

/** What the network reads of each beat: its rate relative to each of `SURROUNDING_BEATS`, and one of them by its spread. */
export const CHANNELS = SURROUNDING_BEATS.length + 1;
export const SPREAD_CHANNEL = SURROUNDING_BEATS.length;

/** A rate of e times its surroundings is as far out as any, and so is a pause: one of a minute must not drown the rest. */
const LARGEST_LOG_RATIO = 1;

/** Sinus rhythm varies by a few percent, a premature beat by tens: brings them near 0.2 and 1 to 2. */
export const LOG_RATIO_SCALE = 5;

/**
 * By how many of the rhythm's usual departures the rate departs, so that in atrial fibrillation not every beat stands
 * out: the log ratio to surroundings `channel`, over its median absolute value in so many beats plus a floor, without
 * which in a very steady rhythm any beat would. Limited and scaled like the others.
 */
const SPREAD = { channel: 1, beats: 101, floor: 0.05, largest: 12, scale: 1 / 3 };

/** Change of a beat's spread channel for a change of its log rate, in an ordinary sinus rhythm. */
export const SPREAD_CHANNEL_SLOPE = SPREAD.scale / 0.04;

/**
 * Per beat, the channels of a row side by side, [rows, CHANNELS]: the scaled and limited log ratio of the rate to the
 * median rate around the beat, and that ratio by the rhythm's spread. Multiplying a patient's rates by a constant
 * changes nothing; never NaN.
 */
export function relativeRates(rate: Float64Array): Float32Array<ArrayBuffer> {
  const log = logRate(rate);
  const relative = new Float32Array(rate.length * CHANNELS);
  SURROUNDING_BEATS.forEach((beats, channel) => {
    const surroundings = rollingMedian(log, beats);
    const logRatio = log.map((value, row) => value - surroundings[row]);
    logRatio.forEach((value, row) => (relative[row * CHANNELS + channel] = LOG_RATIO_SCALE * limited(value, LARGEST_LOG_RATIO)));
    if (channel !== SPREAD.channel) return;
    const spread = rollingMedian(logRatio.map(Math.abs), SPREAD.beats);
    logRatio.forEach((value, row) => {
      relative[row * CHANNELS + SPREAD_CHANNEL] = SPREAD.scale * limited(value / (spread[row] + SPREAD.floor), SPREAD.largest);
    });
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

const limited = (value: number, largest: number): number => Math.min(largest, Math.max(-largest, value));
