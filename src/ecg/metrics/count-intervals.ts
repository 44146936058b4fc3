import { multinomial } from "../numeric/binomial.ts";
import { seededRandom } from "../numeric/random.ts";
import { percentileInterval, wilsonInterval, type Interval } from "./intervals.ts";

const RESAMPLES = 1000;
const SEED = 1;

/**
 * The bootstrap over beats for figures that follow from counts: drawing beats with replacement and counting them again is
 * drawing the counts from a multinomial distribution, at a cost that hardly grows with the beats. Always the same draws.
 */
export function resampleCounts(counts: readonly number[]): number[][] {
  const random = seededRandom(SEED);
  return Array.from({ length: RESAMPLES }, () => multinomial(random, counts));
}

/**
 * The same where rows belong together, as those of a patient: whole groups are drawn with replacement, as many as there are, and
 * their counts added up. `groups`: the counts of each, in the same order of cells.
 */
export function resampleGroups(groups: readonly (readonly number[])[]): number[][] {
  const random = seededRandom(SEED);
  return Array.from({ length: RESAMPLES }, () => {
    const sum = new Array<number>(groups[0].length).fill(0);
    for (let drawn = 0; drawn < groups.length; drawn++) groups[random.integer(groups.length)].forEach((count, cell) => (sum[cell] += count));
    return sum;
  });
}

/**
 * The 95 % bootstrap interval of a share, right / of. Where all or nothing is right every resample says the same, so
 * Wilson's interval is given instead.
 */
export function shareInterval(right: number, of: number, resampled: readonly (number | null)[]): Interval | null {
  return right === 0 || right === of ? wilsonInterval(right, of) : percentileInterval(resampled);
}

/** The 95 % bootstrap interval of a figure that is no share, as F1; null where every resample says the same. */
export function figureInterval(resampled: readonly (number | null)[]): Interval | null {
  const interval = percentileInterval(resampled);
  return interval === null || interval.low === interval.high ? null : interval;
}
