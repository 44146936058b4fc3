import { NORMAL } from "../../../ecg/beats/classes.ts";
import type { Confusion } from "../../../ecg/metrics/confusion.ts";
import { classificationIntervals, detectionIntervals, type ClassificationIntervals, type DetectionIntervals } from "../../../ecg/metrics/figure-intervals.ts";
import { detection } from "../../../ecg/metrics/detection.ts";
import { classificationFigures, confusionMatrix, oneAgainstTheRest, type ClassificationFigures, type ConfusionMatrix } from "../../../ecg/metrics/multi-class.ts";
import type { RocAuc } from "../../../ecg/metrics/roc-auc.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { CheckedBeats, Predictions } from "../beat-view.ts";

/** What a check of beats can be measured by: class by class where file and model name the same classes, else as normal or anomalous. */
export type BeatFigures =
  | { readonly kind: "classes"; readonly beats: number; readonly figures: ClassificationFigures; readonly intervals: ClassificationIntervals }
  | { readonly kind: "detection"; readonly beats: number; readonly counts: Confusion; readonly rocAuc: RocAuc | null; readonly intervals: DetectionIntervals }
  /** no beat has a label */
  | { readonly kind: "none" };

/** The figures of all labelled beats; an autoencoder's at the threshold of the predictions. */
export function beatFigures({ beats: { label }, outputs, scheme, modelScheme }: CheckedBeats, { comparison, anomalyScore }: Predictions): BeatFigures {
  const beats = label.reduce((count, own) => count + (own === UNLABELLED ? 0 : 1), 0);
  if (beats === 0) return { kind: "none" };
  const classCount = comparison.classes.length;
  if (modelScheme !== null && modelScheme === scheme) {
    const figures = classificationFigures({ label, probabilities: outputs, classCount });
    return { kind: "classes", beats, figures, intervals: classificationIntervals(figures) };
  }
  const counts = seenFromAnomalous(oneAgainstTheRest(confusionMatrix(comparison.truth, comparison.predicted, classCount), NORMAL));
  const { rocAuc } = detection(anomalyScore, label);
  return { kind: "detection", beats, counts, rocAuc, intervals: detectionIntervals({ rocAuc }, { counts }) };
}

/** Labelled beats by the file's class (rows) and the model's (columns), whether or not they name the same classes. */
export function crossTable({ truth, predicted, fileClasses, modelClasses }: Pick<Predictions, "truth" | "predicted" | "fileClasses" | "modelClasses">): ConfusionMatrix {
  if (fileClasses === null) return [];
  const rows = fileClasses.length;
  const columns = modelClasses.length;
  return confusionMatrix(truth, predicted, Math.max(rows, columns)).slice(0, rows).map((row) => row.slice(0, columns));
}

function seenFromAnomalous({ truePositive, falsePositive, falseNegative, trueNegative }: Confusion): Confusion {
  return { truePositive: trueNegative, falsePositive: falseNegative, falseNegative: falsePositive, trueNegative: truePositive };
}
