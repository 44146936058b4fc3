/** A stretch of samples, both ends of it. */
export interface SampleSpan {
  readonly from: number;
  readonly to: number;
}

/** Around a peak, what is still said to belong to it. */
const SHARE_OF_PEAK = 0.5;

/** The stretch around the highest value in which the values are at least half as high; null where none is above 0. */
export function peakSpan(values: Float32Array): SampleSpan | null {
  let peak = -1;
  for (let i = 0; i < values.length; i++) if (values[i] > 0 && (peak < 0 || values[i] > values[peak])) peak = i;
  if (peak < 0) return null;
  const least = values[peak] * SHARE_OF_PEAK;
  let from = peak;
  let to = peak;
  while (from > 0 && values[from - 1] >= least) from--;
  while (to < values.length - 1 && values[to + 1] >= least) to++;
  return { from, to };
}

/** By how much a reconstruction misses each sample. */
export const absoluteError = (samples: Float32Array, reconstruction: Float32Array): Float32Array<ArrayBuffer> =>
  Float32Array.from(samples, (value, i) => Math.abs(value - reconstruction[i]));
