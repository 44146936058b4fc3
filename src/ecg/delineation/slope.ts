/**
 * The slope of a signal at a time scale, mV/s, one value a sample: its wavelet transform with the quadratic spline of
 * S. Mallat and S. Zhong (IEEE Trans. Pattern Anal. 14, 1992) that J. P. Martínez et al. delineate with (IEEE Trans. Biomed.
 * Eng. 51, 2004). That wavelet is the derivative of a cubic B-spline, which is four boxes one after the other: boxes may be
 * of any width, so that a scale is the same time at every sampling rate. `scaleMs` is the standard deviation of the
 * smoothing; beyond its ends the signal is taken to stay as it is there.
 */
export function slopeAt(scaleMs: number, samplesMv: Float64Array, samplingRateHz: number): Float64Array {
  const width = Math.max(1, scaleMs * Math.sqrt(3) * (samplingRateHz / 1000));
  const smooth = smoothed(smoothed(smoothed(samplesMv, width), width), width);
  const slope = new Float64Array(smooth.length);
  const perSecond = samplingRateHz / width;
  for (let i = 0; i < slope.length; i++) slope[i] = (valueAt(smooth, i + width / 2) - valueAt(smooth, i - width / 2)) * perSecond;
  return slope;
}

/** Mean over a window of `width` samples, not necessarily a whole number of them, around each sample. */
export function smoothed(samples: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i++) sums[i + 1] = sums[i] + samples[i];
  const mean = new Float64Array(samples.length);
  for (let i = 0; i < mean.length; i++) mean[i] = (sumUpTo(sums, samples, i + 0.5 + width / 2) - sumUpTo(sums, samples, i + 0.5 - width / 2)) / width;
  return mean;
}

/** Sum of the samples before `edge`, where sample i spans i to i + 1. */
function sumUpTo(sums: Float64Array, samples: Float64Array, edge: number): number {
  const last = samples.length;
  if (edge <= 0) return edge * samples[0];
  if (edge >= last) return sums[last] + (edge - last) * samples[last - 1];
  const whole = Math.floor(edge);
  return sums[whole] + (edge - whole) * samples[whole];
}

function valueAt(samples: Float64Array, index: number): number {
  if (index <= 0) return samples[0];
  if (index >= samples.length - 1) return samples[samples.length - 1];
  const below = Math.floor(index);
  return samples[below] + (index - below) * (samples[below + 1] - samples[below]);
}
