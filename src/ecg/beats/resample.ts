import { tapsAt, type Taps } from "../signal/windowed-sinc.ts";

/** A beat as the widely used heartbeat CSV has it, and as the classifiers take it. */
export const HEARTBEAT_SAMPLES = 187;
export const HEARTBEAT_RATE_HZ = 125;

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
 * Makes a function that resamples a beat of `samplesPerBeat` to `targetRateHz`: band-limited interpolation
 * (windowed-sinc.ts), with weights that are computed once for all beats. Beyond its ends a beat is taken to stay at its first and last value.
 */
export function resampler(options: ResamplerOptions): (samples: Float32Array) => Float32Array<ArrayBuffer> {
  const { samplesPerBeat, samplingRateHz, targetRateHz, startsAt = 0 } = options;
  const step = samplingRateHz / targetRateHz;
  const length = options.outputSamples ?? Math.floor((samplesPerBeat - 1 - startsAt) / step + 1e-9) + 1;
  const taps = Array.from({ length }, (_, i) => folded(tapsAt(startsAt + i * step, options), samplesPerBeat));
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

/** Taps within a beat: what lies beyond its ends counts for its first and last sample. */
function folded({ first, weights }: Taps, samplesPerBeat: number): Taps {
  const inside = (index: number) => Math.min(Math.max(index, 0), samplesPerBeat - 1);
  const from = inside(first);
  const within = new Float64Array(inside(first + weights.length - 1) - from + 1);
  for (let k = 0; k < weights.length; k++) within[inside(first + k) - from] += weights[k];
  return { first: from, weights: within };
}

function scaledToUnit(samples: Float32Array): Float32Array {
  const min = samples.reduce((a, b) => Math.min(a, b), Infinity);
  const max = samples.reduce((a, b) => Math.max(a, b), -Infinity);
  return max > min ? samples.map((value) => (value - min) / (max - min)) : new Float32Array(samples.length);
}
