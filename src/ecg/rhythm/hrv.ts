import type { RrSeries } from "./rr-series.ts";

export interface HrvOptions {
  /** least sum of NN intervals for SDNN and SD2, which grow with the length of what is measured */
  readonly leastForSdnnS: number;
  /** least sum of NN intervals for RMSSD, pNN50 and SD1 */
  readonly leastForRmssdS: number;
}

/**
 * Five minutes are the short-term recording of the Task Force of ESC and NASPE (Circulation 93, 1043–1065, 1996); from one
 * minute on RMSSD and pNN50 have been found usable (F. Shaffer and J. P. Ginsberg, Front Public Health 5:258, 2017).
 */
export const HRV_DEFAULTS: HrvOptions = { leastForSdnnS: 300, leastForRmssdS: 60 };

/** Figures are null where there is too little to tell. */
export interface HeartRateVariability {
  /** number of NN intervals, and of pairs of them that share a beat */
  readonly nnIntervals: number;
  readonly nnPairs: number;
  /** intervals that are not NN */
  readonly leftOut: number;
  /** sum of the NN intervals */
  readonly usableS: number;
  /** 60 / mean NN interval */
  readonly meanRateBpm: number | null;
  readonly sdnnMs: number | null;
  readonly rmssdMs: number | null;
  /** share, 0 … 1, of pairs that differ by more than 50 ms */
  readonly pnn50: number | null;
  /** scatter of the Poincaré plot across and along the line of identity */
  readonly sd1Ms: number | null;
  readonly sd2Ms: number | null;
}

/** A little above 50 ms, so that 18 samples at 360 Hz, just 50 ms but for rounding, do not count. */
const NN50_MS = 50 + 1e-6;

/**
 * Heart-rate variability in the time domain, on NN intervals (Task Force 1996): SDNN with n − 1, RMSSD and pNN50 over
 * neighbouring NN intervals only, never across one left out. SD1 and SD2 are the standard deviations (n − 1) of the
 * Poincaré plot along its turned axes (M. Brennan et al., IEEE Trans Biomed Eng 48, 1342–1347, 2001).
 */
export function heartRateVariability({ intervalMs, isNormal, endBeat }: RrSeries, options: HrvOptions = HRV_DEFAULTS): HeartRateVariability {
  const nn = intervalMs.filter((_, i) => isNormal[i] === 1);
  const pairs = Array.from(endBeat.keys()).filter((i) => i > 0 && endBeat[i] === endBeat[i - 1] + 1 && isNormal[i] === 1 && isNormal[i - 1] === 1);
  const differences = Float64Array.from(pairs, (i) => intervalMs[i] - intervalMs[i - 1]);
  const sums = Float64Array.from(pairs, (i) => intervalMs[i] + intervalMs[i - 1]);
  const totalMs = nn.reduce((sum, ms) => sum + ms, 0);
  const from = (leastS: number, count: number, figure: () => number) => (count > 1 && totalMs >= leastS * 1000 ? figure() : null);
  const { leastForSdnnS, leastForRmssdS } = options;
  return {
    nnIntervals: nn.length,
    nnPairs: pairs.length,
    leftOut: intervalMs.length - nn.length,
    usableS: totalMs / 1000,
    meanRateBpm: nn.length === 0 ? null : (60_000 * nn.length) / totalMs,
    sdnnMs: from(leastForSdnnS, nn.length, () => deviation(nn)),
    rmssdMs: from(leastForRmssdS, pairs.length, () => Math.sqrt(differences.reduce((sum, ms) => sum + ms * ms, 0) / differences.length)),
    pnn50: from(leastForRmssdS, pairs.length, () => differences.filter((ms) => Math.abs(ms) > NN50_MS).length / differences.length),
    sd1Ms: from(leastForRmssdS, pairs.length, () => deviation(differences) / Math.SQRT2),
    sd2Ms: from(leastForSdnnS, pairs.length, () => deviation(sums) / Math.SQRT2),
  };
}

/** Standard deviation with n − 1, of at least two values. */
function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
