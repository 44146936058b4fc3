import { labelledRows, type Confusion } from "../../../ecg/metrics/confusion.ts";
import { formatCount, formatCounted } from "../../shared/format.ts";

/** What a threshold does, as it is said after its number: over the labelled beats, or without any how many it predicts. */
export function thresholdWords(confusion: Confusion, unlabelledPredicted: number): string {
  const { truePositive, falsePositive, falseNegative, trueNegative } = confusion;
  if (labelledRows(confusion) === 0) return `${formatCounted(unlabelledPredicted, "beat")} predicted anomalous`;
  return `${formatCount(trueNegative)} of ${formatCount(trueNegative + falsePositive)} normal and ${formatCount(truePositive)} of ${formatCount(truePositive + falseNegative)} anomalous beats right`;
}
