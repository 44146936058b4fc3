/**
 * The slope of a signal at a time scale, mV/s, one value a sample: its wavelet transform with the quadratic spline of
 * S. Mallat and S. Zhong (IEEE Trans. Pattern Anal. 14, 1992) that J. P. Martínez et al. delineate with (IEEE Trans. Biomed.
 * Eng. 51, 2004). That wavelet is the derivative of a cubic B-spline, which is four boxes one after the other: boxes may be
 * of any width, so that a scale is the same time at every sampling rate. `scaleMs` is the standard deviation of the
 * smoothing, at least that of boxes of one sample; beyond its ends the signal is taken to stay as it is there.
 */
export function slopeAt(scaleMs: number, samplesMv: Float64Array, samplingRateHz: number): Float64Array {
  const width = Math.max(1, scaleMs * Math.sqrt(3) * (samplingRateHz / 1000));
  const held = Math.ceil(2 * width) + 4;
  const length = samplesMv.length + 2 * held;
  let [smooth, next] = scratch(length);
  holdAtEnds(samplesMv, held, smooth);
  for (let box = 0; box < 3; box++) {
    smoothByBox(smooth, width, next);
    [smooth, next] = [next, smooth];
  }
  const { whole, share } = split(width / 2);
  const slope = new Float64Array(samplesMv.length);
  const perSecond = samplingRateHz / width;
  for (let i = 0, at = held; i < slope.length; i++, at++) {
    const after = smooth[at + whole] + share * (smooth[at + whole + 1] - smooth[at + whole]);
    const before = smooth[at - whole] + share * (smooth[at - whole - 1] - smooth[at - whole]);
    slope[i] = (after - before) * perSecond;
  }
  return slope;
}

/** Two arrays that the steps of the smoothing write to by turns: a recording has hundreds of thousands of them. */
let buffers = [new Float64Array(0), new Float64Array(0)];

function scratch(length: number): [Float64Array, Float64Array] {
  if (buffers[0].length < length) buffers = [new Float64Array(length), new Float64Array(length)];
  return [buffers[0].subarray(0, length), buffers[1].subarray(0, length)];
}

/**
 * Writes the mean over `width` samples, not necessarily a whole number of them, around each sample; the first and last few,
 * for which there are not as many, stay as they are.
 */
function smoothByBox(samples: Float64Array, width: number, mean: Float64Array): void {
  const { whole, share } = split((width - 1) / 2);
  const reach = whole + 1;
  const end = samples.length - reach;
  let sum = 0;
  for (let i = 0; i < 2 * whole + 1; i++) sum += samples[i];
  for (let i = whole; i < end; i++) {
    if (i >= reach) mean[i] = (sum + share * (samples[i - reach] + samples[i + reach])) / width;
    sum += samples[i + reach] - samples[i - whole];
  }
  mean.set(samples.subarray(0, reach));
  mean.set(samples.subarray(end), end);
}

function holdAtEnds(samples: Float64Array, held: number, longer: Float64Array): void {
  longer.fill(samples[0], 0, held);
  longer.set(samples, held);
  longer.fill(samples[samples.length - 1], held + samples.length);
}

function split(value: number): { whole: number; share: number } {
  const whole = Math.floor(value);
  return { whole, share: value - whole };
}
