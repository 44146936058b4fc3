import { CLASSES, NORMAL } from "../../../ecg/beats/classes.ts";
import { confusionMatrix, oneAgainstTheRest, type ConfusionMatrix } from "../../../ecg/metrics/multi-class.ts";
import { precision, recall } from "../../../ecg/metrics/confusion.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { ClassSummary } from "../../beats/overview/class-summaries.ts";
import type { BeatLabels } from "../recording-view.ts";

/** One class against the rest, as EC57 names the figures; null where undefined. */
export interface ClassAgreement {
  readonly code: string;
  readonly name: string;
  readonly beats: number;
  readonly sensitivity: number | null;
  readonly positivePredictivity: number | null;
  readonly falsePositiveRate: number | null;
}

export interface AnnotationAgreement {
  /** rows by annotated class, columns by the model's */
  readonly confusion: ConfusionMatrix;
  /** beats with an annotation near them */
  readonly beats: number;
  readonly accuracy: number;
  readonly perClass: readonly ClassAgreement[];
}

/** How many beats are of each class: as annotated, where a file is, and as labelled now. */
export function classTally({ current, truth }: BeatLabels): ClassSummary[] {
  const count = (labels: Uint8Array, classIndex: number) => ({ count: labels.reduce((sum, own) => sum + (own === classIndex ? 1 : 0), 0), mean: null });
  return CLASSES.aami.map((beatClass, index) => ({
    beatClass,
    isAnomalous: index !== NORMAL,
    truth: truth && count(truth, index),
    predicted: count(current, index),
  }));
}

/** The model's classes, before any relabelling, against the file's annotations; null where these name no beat that was found. */
export function annotationAgreement({ predicted, truth }: BeatLabels): AnnotationAgreement | null {
  if (truth === null) return null;
  const confusion = confusionMatrix(truth, predicted, CLASSES.aami.length);
  const beats = truth.reduce((sum, own) => sum + (own === UNLABELLED ? 0 : 1), 0);
  if (beats === 0) return null;
  return {
    confusion,
    beats,
    accuracy: confusion.reduce((sum, row, index) => sum + row[index], 0) / beats,
    perClass: CLASSES.aami.map(({ code, name }, index) => {
      const counts = oneAgainstTheRest(confusion, index);
      const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
      const others = falsePositive + trueNegative;
      return {
        code,
        name,
        beats: truePositive + falseNegative,
        sensitivity: recall(counts),
        positivePredictivity: precision(counts),
        falsePositiveRate: others === 0 ? null : falsePositive / others,
      };
    }),
  };
}
