/** A beat as the widely used heartbeat CSV has it, and as the classifiers take it. */
export const HEARTBEAT_SAMPLES = 187;
export const HEARTBEAT_RATE_HZ = 125;

/** Zero crossings of the sinc on each side; beyond them it is cut off under a Hann window. */
const LOBES = 8;
/** Share of the target's Nyquist frequency that passes where the rate goes down; the window needs the rest to fall off. */
const PASSBAND = 0.9;

/** One output sample as a weighted sum of the input samples from `first` on. */
interface Taps {
  readonly first: number;
  readonly weights: Float64Array;
}

export interface ResampleOptions {
  /** of each beat handed in */
  readonly samplesPerBeat: number;
  readonly samplingRateHz: number;
}

/**
 * Makes a function that brings a beat to the form of the heartbeat CSV (Kachuee et al. 2018): resampled to 125 Hz, cut
 * off after 187 samples, scaled so that its minimum is 0 and its maximum 1, and zero-padded at the end where it is shorter.
 * A flat beat becomes zeros.
 */
export function heartbeatResampler(options: ResampleOptions): (samples: Float32Array) => Float32Array<ArrayBuffer> {
  const resample = resampler({ ...options, targetRateHz: HEARTBEAT_RATE_HZ });
  return (samples) => {
    const beat = new Float32Array(HEARTBEAT_SAMPLES);
    beat.set(scaledToUnit(resample(samples).subarray(0, HEARTBEAT_SAMPLES)));
    return beat;
  };
}

export interface ResamplerOptions extends ResampleOptions {
  readonly targetRateHz: number;
  /** where the output begins, in input samples; 0 unless told */
  readonly startsAt?: number;
  /** how long it is; as many as fit between its start and the last input sample unless told */
  readonly outputSamples?: number;
}

/**
 * Makes a function that resamples a beat of `samplesPerBeat` to `targetRateHz`: band-limited interpolation with a
 * Hann-windowed sinc, whose passband ends below the new Nyquist frequency where the rate goes down, so that nothing folds
 * back. Beyond its ends a beat is taken to stay at its first and last value.
 */
export function resampler(options: ResamplerOptions): (samples: Float32Array) => Float32Array<ArrayBuffer> {
  const { samplesPerBeat, samplingRateHz, targetRateHz, startsAt = 0 } = options;
  const step = samplingRateHz / targetRateHz;
  const length = options.outputSamples ?? Math.floor((samplesPerBeat - 1 - startsAt) / step + 1e-9) + 1;
  const cutoff = cutoffOf(options);
  const taps = Array.from({ length }, (_, i) => tapsAt(startsAt + i * step, samplesPerBeat, cutoff));
  return (samples) => {
    const resampled = new Float32Array(length);
    for (let i = 0; i < length; i++) {
      const { first, weights } = taps[i];
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * samples[first + k];
      resampled[i] = sum;
    }
    return resampled;
  };
}

/** How far from an output sample the input counts, in input samples. */
export function resamplingReach(rates: Pick<ResamplerOptions, "samplingRateHz" | "targetRateHz">): number {
  return LOBES / cutoffOf(rates);
}

/** The share of the input's band that is kept. */
function cutoffOf({ samplingRateHz, targetRateHz }: Pick<ResamplerOptions, "samplingRateHz" | "targetRateHz">): number {
  return targetRateHz < samplingRateHz ? (targetRateHz / samplingRateHz) * PASSBAND : 1;
}

/** The weights for the value at `position`, in input samples. `cutoff` is the share of the input's band that is kept. */
function tapsAt(position: number, samplesPerBeat: number, cutoff: number): Taps {
  const reach = LOBES / cutoff;
  const inside = (index: number) => Math.min(Math.max(index, 0), samplesPerBeat - 1);
  const from = Math.ceil(position - reach);
  const to = Math.floor(position + reach);
  const first = inside(from);
  const weights = new Float64Array(inside(to) - first + 1);
  let sum = 0;
  for (let index = from; index <= to; index++) {
    const distance = index - position;
    const weight = sinc(cutoff * distance) * (0.5 + 0.5 * Math.cos((Math.PI * distance) / reach));
    weights[inside(index) - first] += weight;
    sum += weight;
  }
  return { first, weights: weights.map((weight) => weight / sum) };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function scaledToUnit(samples: Float32Array): Float32Array {
  const min = samples.reduce((a, b) => Math.min(a, b), Infinity);
  const max = samples.reduce((a, b) => Math.max(a, b), -Infinity);
  return max > min ? samples.map((value) => (value - min) / (max - min)) : new Float32Array(samples.length);
}
