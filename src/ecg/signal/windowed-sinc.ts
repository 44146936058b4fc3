/** Zero crossings of the sinc on each side; beyond them it is cut off under a Hann window. */
const LOBES = 8;
/** Share of the target's Nyquist frequency that passes where the rate goes down; the window needs the rest to fall off. */
const PASSBAND = 0.9;

export interface ResamplingRates {
  readonly samplingRateHz: number;
  readonly targetRateHz: number;
}

/** One output sample as a weighted sum of the input samples from `first` on. */
export interface Taps {
  readonly first: number;
  readonly weights: Float64Array<ArrayBuffer>;
}

/** How far from an output sample the input counts, in input samples. */
export function resamplingReach(rates: ResamplingRates): number {
  return LOBES / cutoffOf(rates);
}

/**
 * The weights for the value at `position`, in input samples: a Hann-windowed sinc whose passband ends below the new
 * Nyquist frequency where the rate goes down, so that nothing folds back. They add up to 1.
 */
export function tapsAt(position: number, rates: ResamplingRates): Taps {
  const cutoff = cutoffOf(rates);
  const reach = resamplingReach(rates);
  const first = Math.ceil(position - reach);
  const weights = new Float64Array(Math.floor(position + reach) - first + 1);
  let sum = 0;
  for (let k = 0; k < weights.length; k++) {
    const distance = first + k - position;
    weights[k] = sinc(cutoff * distance) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
    sum += weights[k];
  }
  return { first, weights: weights.map((weight) => weight / sum) };
}

/** The share of the input's band that is kept. */
function cutoffOf({ samplingRateHz, targetRateHz }: ResamplingRates): number {
  return targetRateHz < samplingRateHz ? (targetRateHz / samplingRateHz) * PASSBAND : 1;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}
