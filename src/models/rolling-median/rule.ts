import { rollingSpread } from "../../ecg/numeric/rolling-median.ts";

export interface RuleOptions {
  /** beats around and including the one looked at; odd */
  readonly window: number;
  /** least spread, as a share of the median */
  readonly spreadFloor: number;
  /** share of the next beat's z that is subtracted */
  readonly pauseShare: number;
}

/** Makes the median absolute deviation of normally distributed values their standard deviation. */
const MAD_TO_SD = 1.4826;

/** Beyond what any rhythm reaches; without it a rate like 1e300 has an infinite score. */
const LARGEST_Z = 1e6;

/**
 * z[i] − pauseShare · z[i+1] of each beat, where z = (rate − median) / max(1.4826 · MAD, spreadFloor · median) over the
 * beats around it. A premature beat has a high rate and the beat after its pause a low one, so both terms add. The
 * last beat has no next one and keeps its own z. NaN in the first row, whose interval has no beat before it.
 */
export function ruleScores(rate: Float64Array, { window, spreadFloor, pauseShare }: RuleOptions): Float32Array<ArrayBuffer> {
  const { median, mad } = rollingSpread(rate, window);
  const z = rate.map((value, row) => {
    const spread = Math.max(MAD_TO_SD * mad[row], spreadFloor * median[row]);
    return spread > 0 ? Math.max(-LARGEST_Z, Math.min((value - median[row]) / spread, LARGEST_Z)) : 0;
  });
  const scores = Float32Array.from(z, (own, row) => own - pauseShare * (z[row + 1] ?? 0));
  return scores.fill(NaN, 0, 1);
}
