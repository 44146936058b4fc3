import { fftInPlace } from "./fft.ts";

/** The frequency resolution is at least so fine. */
const RESOLUTION_HZ = 0.25;
/** As many segments, spread evenly over a long signal, say what there is in it. */
const MOST_SEGMENTS = 64;

/** One-sided power spectral density, in the signal's unit squared per Hz. */
export interface PowerSpectrum {
  /** bin k is at k · stepHz; the last one is at half the sampling rate */
  readonly density: Float64Array<ArrayBuffer>;
  readonly stepHz: number;
}

/**
 * Welch's estimate (P. Welch, IEEE Trans. Audio Electroacoust. 15, 1967): the mean over segments that overlap by half or,
 * in a long signal, are taken here and there, each without its mean and under a Hann window. A signal shorter than a
 * segment is filled up with zeros.
 */
export function powerSpectrum(samples: Float32Array, samplingRateHz: number): PowerSpectrum {
  const length = 2 ** Math.ceil(Math.log2(samplingRateHz / RESOLUTION_HZ));
  const used = Math.min(length, samples.length);
  const window = Float64Array.from({ length: used }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / used));
  const windowPower = window.reduce((sum, weight) => sum + weight ** 2, 0);
  const density = new Float64Array(length / 2 + 1);
  const room = samples.length - used;
  const segments = Math.min(MOST_SEGMENTS, Math.floor(room / (length / 2)) + 1);
  for (let segment = 0; segment < segments; segment++) {
    const start = segments === 1 ? 0 : Math.round((segment * room) / (segments - 1));
    addSegment(density, samples.subarray(start, start + used), window);
  }
  const scale = windowPower === 0 ? 0 : 1 / (segments * windowPower * samplingRateHz);
  return { density: density.map((power, k) => power * scale * (k === 0 || k === length / 2 ? 1 : 2)), stepHz: samplingRateHz / length };
}

function addSegment(density: Float64Array, segment: Float32Array, window: Float64Array): void {
  const length = 2 * (density.length - 1);
  const mean = segment.reduce((sum, value) => sum + value, 0) / segment.length;
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  for (let i = 0; i < segment.length; i++) re[i] = (segment[i] - mean) * window[i];
  fftInPlace(re, im);
  for (let k = 0; k < density.length; k++) density[k] += re[k] ** 2 + im[k] ** 2;
}
