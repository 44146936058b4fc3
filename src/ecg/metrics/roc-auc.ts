import { Z_95, type Interval } from "./intervals.ts";

/** Area under the ROC curve, and its standard error. */
export interface RocAuc {
  readonly area: number;
  readonly standardError: number;
}

/**
 * The share of pairs of a positive and a negative row in which the positive one has the higher score, ties counted
 * half (Mann and Whitney): what scikit-learn's `roc_auc_score` gives. The standard error is DeLong's (Biometrics 44,
 * 1988). Scores in any order; null unless there are rows of both kinds. Throws a RangeError for a score that is NaN.
 */
export function rocAuc(positive: Float32Array, negative: Float32Array): RocAuc | null {
  const positives = positive.length;
  const negatives = negative.length;
  if (positives === 0 || negatives === 0) return null;
  const high = positive.toSorted();
  const low = negative.toSorted();
  if (Number.isNaN(high[positives - 1]) || Number.isNaN(low[negatives - 1])) throw new RangeError("A score that is NaN has no rank.");
  // Summed over positive rows: the share of negatives they do not beat; over negative rows: of positives that do not beat them.
  const lostByPositive = new Sum();
  const wonByNegative = new Sum();
  for (let p = 0, n = 0; p < positives || n < negatives; ) {
    const score = p === positives ? low[n] : n === negatives ? high[p] : Math.min(high[p], low[n]);
    const [p0, n0] = [p, n];
    while (p < positives && high[p] === score) p++;
    while (n < negatives && low[n] === score) n++;
    lostByPositive.add(1 - (n0 + n) / 2 / negatives, p - p0);
    wonByNegative.add((p0 + p) / 2 / positives, n - n0);
  }
  const variance = lostByPositive.variance() / positives + wonByNegative.variance() / negatives;
  return { area: 1 - lostByPositive.mean(), standardError: Math.sqrt(variance) };
}

/**
 * The 95 % interval of DeLong's standard error on the logit scale, which keeps it between 0 and 1 and covers well near
 * 1 (G. Qin and L. Hotilovac, Stat Methods Med Res 17, 2008). Null where all pairs are won or lost: the error is 0 there
 * and says nothing.
 */
export function rocAucInterval({ area, standardError }: RocAuc): Interval | null {
  if (standardError === 0 || area === 0 || area === 1) return null;
  const centre = Math.log(area / (1 - area));
  const half = (Z_95 * standardError) / (area * (1 - area));
  return { low: logistic(centre - half), high: logistic(centre + half) };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Mean and variance of values that come in groups of equals. They are small where the area is near 1, so no digits are lost. */
class Sum {
  private count = 0;
  private total = 0;
  private squares = 0;

  add(value: number, times: number): void {
    this.count += times;
    this.total += value * times;
    this.squares += value * value * times;
  }

  mean(): number {
    return this.total / this.count;
  }

  /** n − 1 below; 0 for a single value */
  variance(): number {
    return this.count === 1 ? 0 : Math.max(0, this.squares - this.total ** 2 / this.count) / (this.count - 1);
  }
}
