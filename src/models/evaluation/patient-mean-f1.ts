import { confusionAt } from "../../ecg/metrics/confusion.ts";

/**
 * What thresholds and settings are chosen by: the mean over patients of (2 TP + 1) / (2 TP + FP + FN + 1), an F1 with one
 * hit granted to each patient. Every patient counts alike, however many anomalies there are; one without any counts by
 * the false alarms, where a plain F1 would be undefined. `labels[p]` and `scores[p]` belong together.
 */
export function patientMeanF1(labels: readonly Uint8Array[], scores: readonly Float32Array[], threshold: number): number {
  const sum = scores.reduce((total, own, p) => {
    const { truePositive, falsePositive, falseNegative } = confusionAt(own, labels[p], threshold);
    return total + (2 * truePositive + 1) / (2 * truePositive + falsePositive + falseNegative + 1);
  }, 0);
  return sum / scores.length;
}
