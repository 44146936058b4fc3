import { quantile } from "../../../../ecg/numeric/quantile.ts";
import type { SignalPyramid } from "../../../../ecg/recording/signal-pyramid.ts";

export interface MvRange {
  readonly lowMv: number;
  readonly highMv: number;
}

/** Buckets that most hold a whole beat, so that their extremes are those of QRS complexes. */
const BUCKET_S = 1;
const LEAST_BUCKETS = 20;
const OUTER_SHARE = 0.02;

/** The amplitudes that a lead usually keeps within: artefacts in a few seconds do not count. 0 to 0 of an empty lead. */
export function usualRange({ samples, levels }: SignalPyramid, samplingRateHz: number): MvRange {
  if (samples.length === 0) return { lowMv: 0, highMv: 0 };
  const level = levels.find(({ bucketSamples, min }) => bucketSamples >= BUCKET_S * samplingRateHz && min.length >= LEAST_BUCKETS);
  if (level !== undefined) return { lowMv: quantile(level.min, OUTER_SHARE), highMv: quantile(level.max, 1 - OUTER_SHARE) };
  const { min, max } = levels.at(-1) ?? { min: samples, max: samples };
  return { lowMv: min.reduce((a, b) => Math.min(a, b)), highMv: max.reduce((a, b) => Math.max(a, b)) };
}
