/**
 * The means of `factor` samples at a time, at 1/factor of the rate; an incomplete last group is left out. A cheap
 * anti-aliasing filter: its zeros lie where the new rate's band folds onto 0 Hz. Mean i belongs at the middle of its
 * samples, factor · (i + ½) − ½.
 */
export function decimateMean(samples: Float32Array, factor: number): Float32Array<ArrayBuffer> {
  if (factor === 1) return samples.slice();
  const means = new Float32Array(Math.floor(samples.length / factor));
  for (let i = 0, at = 0; i < means.length; i++) {
    let sum = 0;
    for (const end = at + factor; at < end; at++) sum += samples[at];
    means[i] = sum / factor;
  }
  return means;
}
