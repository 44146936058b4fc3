import { UNLABELLED } from "../table.ts";

/** Counts over labelled, scored rows. */
export interface Confusion {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** Counts at `score >= threshold`; rows without a score (NaN) or a label (UNLABELLED) are left out. Both arrays have one entry per row. */
export function confusionAt(scores: Float32Array, labels: Uint8Array, threshold: number): Confusion {
  let truePositive = 0;
  let falsePositive = 0;
  let falseNegative = 0;
  let trueNegative = 0;
  for (let row = 0; row < scores.length; row++) {
    if (labels[row] === UNLABELLED || Number.isNaN(scores[row])) continue;
    if (scores[row] >= threshold) {
      if (labels[row] === 1) truePositive++;
      else falsePositive++;
    } else if (labels[row] === 1) falseNegative++;
    else trueNegative++;
  }
  return { truePositive, falsePositive, falseNegative, trueNegative };
}

export const NO_COUNTS: Confusion = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 };

/** The counts of two disjoint sets of rows taken together; pooling patients is `reduce(addConfusion, NO_COUNTS)`. */
export function addConfusion(a: Confusion, b: Confusion): Confusion {
  return {
    truePositive: a.truePositive + b.truePositive,
    falsePositive: a.falsePositive + b.falsePositive,
    falseNegative: a.falseNegative + b.falseNegative,
    trueNegative: a.trueNegative + b.trueNegative,
  };
}

/** Rows with both a label and a score. */
export function labelledRows({ truePositive, falsePositive, falseNegative, trueNegative }: Confusion): number {
  return truePositive + falsePositive + falseNegative + trueNegative;
}

/** Share of the predicted rows that are true; null when nothing is predicted. */
export function precision({ truePositive, falsePositive }: Confusion): number | null {
  return share(truePositive, truePositive + falsePositive);
}

/** Share of the true rows that are predicted; null when nothing is true. */
export function recall({ truePositive, falseNegative }: Confusion): number | null {
  return share(truePositive, truePositive + falseNegative);
}

/** Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); null when nothing is true and nothing predicted. */
export function f1({ truePositive, falsePositive, falseNegative }: Confusion): number | null {
  return share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
