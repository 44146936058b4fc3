import { UNLABELLED } from "../table.ts";

/** The rows that can be measured: those with both a label and a score, of one or several patients in a row. */
export interface LabelledScores {
  readonly score: Float32Array<ArrayBuffer>;
  /** 1 true, 0 not */
  readonly label: Uint8Array<ArrayBuffer>;
  /** how many of them are true */
  readonly positives: number;
}

/** Collects the rows that have a label (not UNLABELLED) and a score (not NaN); `labels[p]` and `scores[p]` have the same length. */
export function collectLabelled(labels: readonly Uint8Array[], scores: readonly Float32Array[]): LabelledScores {
  let capacity = 0;
  for (const own of scores) capacity += own.length;
  const score = new Float32Array(capacity);
  const label = new Uint8Array(capacity);
  let count = 0;
  let positives = 0;
  for (let p = 0; p < scores.length; p++) {
    for (let row = 0; row < scores[p].length; row++) {
      if (labels[p][row] === UNLABELLED || Number.isNaN(scores[p][row])) continue;
      score[count] = scores[p][row];
      label[count] = labels[p][row];
      positives += label[count];
      count++;
    }
  }
  return { score: score.slice(0, count), label: label.slice(0, count), positives };
}
