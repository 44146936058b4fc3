import { slopeAt } from "./slope.ts";

/** A stretch of signal around an R peak, which is at index `at`. Outside the recording the signal is taken to stay at its first and last value. */
export interface Frame {
  readonly samplesMv: Float64Array;
  readonly samplingRateHz: number;
  readonly at: number;
  /** `slopeAt` of the stretch, computed when a scale is first asked for */
  readonly slope: (scaleMs: number) => Float64Array;
}

export interface Reach {
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** The mean of the stretches around several R peaks; around one, its own. */
export function frameAround(samplesMv: Float32Array, samplingRateHz: number, peaks: readonly number[], { beforeMs, afterMs }: Reach): Frame {
  const at = Math.round((beforeMs / 1000) * samplingRateHz);
  const mean = new Float64Array(at + Math.round((afterMs / 1000) * samplingRateHz) + 1);
  const last = samplesMv.length - 1;
  for (const peak of peaks) {
    for (let i = 0; i < mean.length; i++) mean[i] += samplesMv[Math.min(Math.max(peak - at + i, 0), last)];
  }
  if (peaks.length > 1) for (let i = 0; i < mean.length; i++) mean[i] /= peaks.length;
  const slopes = new Map<number, Float64Array>();
  const slope = (scaleMs: number) => {
    const known = slopes.get(scaleMs) ?? slopeAt(scaleMs, mean, samplingRateHz);
    slopes.set(scaleMs, known);
    return known;
  };
  return { samplesMv: mean, samplingRateHz, at, slope };
}
