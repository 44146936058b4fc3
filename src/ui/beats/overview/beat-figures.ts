import { NORMAL } from "../../../ecg/beats/classes.ts";
import type { Confusion } from "../../../ecg/metrics/confusion.ts";
import { detection } from "../../../ecg/metrics/detection.ts";
import { classificationFigures, confusionMatrix, oneAgainstTheRest, type ClassificationFigures, type ConfusionMatrix } from "../../../ecg/metrics/multi-class.ts";
import type { RocAuc } from "../../../ecg/metrics/roc-auc.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { BeatView } from "../beat-view.ts";

/** What a check of beats can be measured by: class by class where file and model name the same classes, else as normal or anomalous. */
export type BeatFigures =
  | { readonly kind: "classes"; readonly beats: number; readonly figures: ClassificationFigures }
  | { readonly kind: "detection"; readonly beats: number; readonly counts: Confusion; readonly rocAuc: RocAuc | null }
  /** no beat has a label */
  | { readonly kind: "none" };

type Measured = Pick<BeatView, "check" | "task" | "comparison" | "anomalyScore">;

/** The figures of all labelled beats; an autoencoder's at the threshold of the view. */
export function beatFigures({ check: { record, beats, outputs }, task, comparison, anomalyScore }: Measured): BeatFigures {
  const labelled = beats.label.reduce((count, label) => count + (label === UNLABELLED ? 0 : 1), 0);
  if (labelled === 0) return { kind: "none" };
  const classCount = comparison.classes.length;
  if (task === "classifier" && record.scheme === record.modelScheme) {
    return { kind: "classes", beats: labelled, figures: classificationFigures({ label: beats.label, probabilities: outputs, classCount }) };
  }
  const normal = oneAgainstTheRest(confusionMatrix(comparison.truth, comparison.predicted, classCount), NORMAL);
  return { kind: "detection", beats: labelled, counts: seenFromAnomalous(normal), rocAuc: detection(anomalyScore, beats.label).rocAuc };
}

/** Labelled beats by the file's class (rows) and the model's (columns), whether or not they name the same classes. */
export function crossTable({ truth, predicted, fileClasses, modelClasses }: Pick<BeatView, "truth" | "predicted" | "fileClasses" | "modelClasses">): ConfusionMatrix {
  if (fileClasses === null) return [];
  const rows = fileClasses.length;
  const columns = modelClasses.length;
  return confusionMatrix(truth, predicted, Math.max(rows, columns)).slice(0, rows).map((row) => row.slice(0, columns));
}

function seenFromAnomalous({ truePositive, falsePositive, falseNegative, trueNegative }: Confusion): Confusion {
  return { truePositive: trueNegative, falsePositive: falseNegative, falseNegative: falsePositive, trueNegative: truePositive };
}
