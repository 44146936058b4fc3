import { tapsAt, type ResamplingRates, type Taps } from "./windowed-sinc.ts";

/** Rates are taken to be right to this. */
const RATE_STEP_HZ = 0.001;
/** The weights are kept for as many places between two input samples; rates of a stranger ratio compute them anew. */
const MOST_KEPT = 4096;

/**
 * A signal at another rate: band-limited interpolation with linear phase (windowed-sinc.ts), the rates' ratio taken as a
 * fraction, so that the weights repeat. The first sample stays at time 0; there are as many as fit between the first and
 * the last one of the input. Beyond its ends the signal is taken to stay at its first and last value.
 */
export function resample(samples: Float32Array, rates: ResamplingRates): Float32Array<ArrayBuffer> {
  const from = Math.round(rates.samplingRateHz / RATE_STEP_HZ);
  const to = Math.round(rates.targetRateHz / RATE_STEP_HZ);
  const shared = greatestCommonDivisor(from, to);
  /** Output i lies at i · up / down input samples. */
  const [up, down] = [from / shared, to / shared];
  const kept = new Map<number, Taps>();
  const tapsAfter = (part: number): Taps => {
    const taps = kept.get(part) ?? tapsAt(part / down, rates);
    if (down <= MOST_KEPT) kept.set(part, taps);
    return taps;
  };
  const last = samples.length - 1;
  const resampled = new Float32Array(last < 0 ? 0 : Math.floor((last * down) / up) + 1);
  for (let i = 0; i < resampled.length; i++) {
    const whole = Math.floor((i * up) / down);
    const { first, weights } = tapsAfter(i * up - whole * down);
    let sum = 0;
    for (let k = 0, at = whole + first; k < weights.length; k++, at++) sum += weights[k] * samples[at < 0 ? 0 : at > last ? last : at];
    resampled[i] = sum;
  }
  return resampled;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
