import { NORMAL } from "../beats/classes.ts";
import { UNLABELLED } from "../table.ts";
import { f1, precision, recall, type Confusion } from "./confusion.ts";
import { rocAuc, type RocAuc } from "./roc-auc.ts";

/** The scores of the labelled beats, each kind in ascending order, so that counts at any threshold take two searches. */
export interface Detection {
  readonly normal: Float32Array<ArrayBuffer>;
  readonly anomalous: Float32Array<ArrayBuffer>;
  /** of the scores, anomalous beats positive; null unless there are beats of both kinds */
  readonly rocAuc: RocAuc | null;
}

/** At one threshold; anomalous is positive. Null where undefined. */
export interface DetectionFigures {
  readonly counts: Confusion;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/**
 * Sorts what a model that tells normal from anomalous beats gave. `score` rises with how anomalous a beat is; `label` is
 * a class index (NORMAL, or any other for an anomalous beat) or UNLABELLED; one of each a beat.
 */
export function detection(score: Float32Array, label: Uint8Array): Detection {
  const normal = score.filter((_, beat) => label[beat] === NORMAL).sort();
  const anomalous = score.filter((_, beat) => label[beat] !== NORMAL && label[beat] !== UNLABELLED).sort();
  return { normal, anomalous, rocAuc: rocAuc(anomalous, normal) };
}

/** Figures when beats with `score >= threshold` are predicted anomalous: cheap enough for a slider that is dragged. */
export function detectionAt({ normal, anomalous }: Pick<Detection, "normal" | "anomalous">, threshold: number): DetectionFigures {
  const trueNegative = countBelow(normal, threshold);
  const falseNegative = countBelow(anomalous, threshold);
  const counts: Confusion = {
    truePositive: anomalous.length - falseNegative,
    falsePositive: normal.length - trueNegative,
    falseNegative,
    trueNegative,
  };
  return { counts, precision: precision(counts), recall: recall(counts), f1: f1(counts) };
}

/** How many of the ascending values are below the limit. */
function countBelow(ascending: Float32Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (ascending[middle] < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
