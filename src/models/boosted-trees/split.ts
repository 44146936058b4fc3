import type { Histogram } from "./histogram.ts";

export interface Sums {
  readonly gradient: number;
  readonly hessian: number;
}

export interface SplitRules {
  /** λ: added to the hessian of a leaf */
  readonly lambda: number;
  /** smallest hessian on either side */
  readonly minChildWeight: number;
}

export interface Split {
  /** index into the histogram's features */
  readonly feature: number;
  /** the highest bin that goes left */
  readonly bin: number;
  /** by how much the split lowers the loss (twice that of Chen and Guestrin, who halve it) */
  readonly gain: number;
  readonly left: Sums;
  readonly right: Sums;
}

/** What a leaf's loss falls by, doubled: G² / (H + λ). */
const quality = ({ gradient, hessian }: Sums, lambda: number): number => (gradient * gradient) / (hessian + lambda);

/** The value of a leaf that lowers the loss most: −G / (H + λ) (Chen and Guestrin 2016, equation 5). */
export const bestLeafValue = ({ gradient, hessian }: Sums, lambda: number): number => -gradient / (hessian + lambda);

/**
 * The split of highest gain G_L² / (H_L + λ) + G_R² / (H_R + λ) − G² / (H + λ) (Chen and Guestrin, equation 7), of all
 * features and bins; the first of equals. Null where none gains anything.
 */
export function bestSplit(histogram: Histogram, bins: number, total: Sums, { lambda, minChildWeight }: SplitRules): Split | null {
  const features = histogram.length / (2 * bins);
  const whole = quality(total, lambda);
  let bestGain = 1e-9;
  let bestFeature = -1;
  let bestBin = 0;
  let bestGradient = 0;
  let bestHessian = 0;
  for (let feature = 0; feature < features; feature++) {
    const start = 2 * feature * bins;
    let gradient = 0;
    let hessian = 0;
    for (let bin = 0; bin < bins - 1; bin++) {
      const own = histogram[start + 2 * bin + 1];
      if (own === 0) continue;
      gradient += histogram[start + 2 * bin];
      hessian += own;
      if (hessian < minChildWeight) continue;
      const rest = total.hessian - hessian;
      if (rest < minChildWeight) break;
      const restGradient = total.gradient - gradient;
      const gain = (gradient * gradient) / (hessian + lambda) + (restGradient * restGradient) / (rest + lambda) - whole;
      if (gain > bestGain) {
        bestGain = gain;
        bestFeature = feature;
        bestBin = bin;
        bestGradient = gradient;
        bestHessian = hessian;
      }
    }
  }
  if (bestFeature < 0) return null;
  return {
    feature: bestFeature,
    bin: bestBin,
    gain: bestGain,
    left: { gradient: bestGradient, hessian: bestHessian },
    right: { gradient: total.gradient - bestGradient, hessian: total.hessian - bestHessian },
  };
}
