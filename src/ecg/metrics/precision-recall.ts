import { sortOrder } from "../numeric/sort-order.ts";
import { collectLabelled } from "./labelled-scores.ts";

/** A precision–recall curve: one entry per kept threshold, thresholds descending. */
export interface PrecisionRecallCurve {
  readonly threshold: Float32Array;
  readonly precision: Float32Array;
  readonly recall: Float32Array;
  /** area as the sum of (R_n − R_{n−1}) P_n over all thresholds, before any thinning */
  readonly averagePrecision: number;
}

/** The most points a drawn curve needs. */
export const MAX_CURVE_POINTS = 200;

/**
 * Curve and average precision over the labelled, scored rows of all patients (`labels[p]` and `scores[p]` belong
 * together), as scikit-learn's `precision_recall_curve` and `average_precision_score` define them: rows of equal score
 * share one threshold. Thinned to at most MAX_CURVE_POINTS points. Null without a true row.
 */
export function precisionRecallCurve(
  labels: readonly Uint8Array[],
  scores: readonly Float32Array[],
): PrecisionRecallCurve | null {
  const { score, label, positives } = collectLabelled(labels, scores);
  if (positives === 0) return null;
  const steps = thresholdSteps(score, label);
  let averagePrecision = 0;
  let previousTrue = 0;
  for (let i = 0; i < steps.length; i++) {
    averagePrecision += ((steps.truePositive[i] - previousTrue) / positives) * (steps.truePositive[i] / steps.predicted[i]);
    previousTrue = steps.truePositive[i];
  }
  const kept = keptSteps(steps, positives);
  return {
    threshold: Float32Array.from(kept, (i) => steps.threshold[i]),
    precision: Float32Array.from(kept, (i) => steps.truePositive[i] / steps.predicted[i]),
    recall: Float32Array.from(kept, (i) => steps.truePositive[i] / positives),
    averagePrecision,
  };
}

/** Counts at each distinct score, the highest first: rows with at least that score, and the true ones among them. */
interface Steps {
  readonly length: number;
  readonly threshold: Float32Array;
  readonly predicted: Uint32Array;
  readonly truePositive: Uint32Array;
}

function thresholdSteps(score: Float32Array, label: Uint8Array): Steps {
  const ascending = sortOrder(score);
  const threshold = new Float32Array(score.length);
  const predicted = new Uint32Array(score.length);
  const truePositive = new Uint32Array(score.length);
  let length = 0;
  let truths = 0;
  for (let i = ascending.length - 1; i >= 0; i--) {
    const row = ascending[i];
    truths += label[row];
    if (i > 0 && score[ascending[i - 1]] === score[row]) continue;
    threshold[length] = score[row];
    predicted[length] = ascending.length - i;
    truePositive[length] = truths;
    length++;
  }
  return { length, threshold, predicted, truePositive };
}

/**
 * The steps to draw. Recall only rises along the curve, so it is cut into equal bands of recall; each keeps its point
 * of highest and its point of lowest precision. The first and the last step are always kept.
 */
function keptSteps({ length, truePositive, predicted }: Steps, positives: number): number[] {
  if (length <= MAX_CURVE_POINTS) return Array.from({ length }, (_, i) => i);
  const bands = MAX_CURVE_POINTS / 2 - 1;
  const bandOf = (i: number) => Math.min(bands - 1, Math.floor((truePositive[i] / positives) * bands));
  const precisionAt = (i: number) => truePositive[i] / predicted[i];
  const kept = new Set([0]);
  for (let from = 0, to = 0; from < length; from = to) {
    let highest = from;
    let lowest = from;
    for (to = from; to < length && bandOf(to) === bandOf(from); to++) {
      if (precisionAt(to) > precisionAt(highest)) highest = to;
      if (precisionAt(to) < precisionAt(lowest)) lowest = to;
    }
    kept.add(highest).add(lowest);
  }
  return Array.from(kept.add(length - 1)).sort((a, b) => a - b);
}
