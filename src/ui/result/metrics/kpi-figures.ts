import { f1, labelledRows, precision, recall } from "../../../ecg/metrics/confusion.ts";
import { wilsonInterval, type Interval } from "../../../ecg/metrics/intervals.ts";
import { formatCount, formatFixed, formatShare, NO_VALUE } from "../../shared/format.ts";
import { trueRows, type Counts } from "./check-counts.ts";

/** One figure as it is printed; the interval covers 95 %. */
export interface Figure {
  readonly text: string;
  readonly interval: Interval | null;
}

export const KPI_NAMES = ["predicted", "true", "precision", "recall", "f1", "averagePrecision"] as const;
export type KpiName = (typeof KPI_NAMES)[number];

/** The key figures of some rows; what their labels do not tell is a dash. */
export function kpiFigures({ predicted, confusion }: Counts, averagePrecision: number | null): Readonly<Record<KpiName, Figure>> {
  const figure = (text: string, interval: Interval | null = null): Figure => ({ text, interval });
  if (confusion === null) {
    const unknown = figure(NO_VALUE);
    return { predicted: figure(formatCount(predicted)), true: unknown, precision: unknown, recall: unknown, f1: unknown, averagePrecision: unknown };
  }
  const { truePositive, falsePositive } = confusion;
  return {
    predicted: figure(formatCount(predicted)),
    true: figure(formatCount(trueRows(confusion))),
    precision: figure(formatShare(precision(confusion)), wilsonInterval(truePositive, truePositive + falsePositive)),
    recall: figure(formatShare(recall(confusion)), wilsonInterval(truePositive, trueRows(confusion))),
    f1: figure(formatShare(f1(confusion))),
    averagePrecision: figure(formatShare(averagePrecision)),
  };
}

/** ".82–.99": two decimals, since no interval here is known better. */
export function intervalText({ low, high }: Interval): string {
  return [low, high].map((bound) => formatFixed(bound, 2).replace(/^0\./, ".")).join("–");
}

/** Why some figures are dashes or rest on few rows; null where there is nothing to say. */
export function labelSentence({ scored, predicted, confusion }: Counts): string | null {
  if (confusion === null) {
    return "No scored row has a label, so predictions cannot be compared with the truth: precision, recall, F1 and average precision are unknown.";
  }
  const labelled = labelledRows(confusion);
  const sentences: string[] = [];
  if (labelled < scored) {
    sentences.push(`${formatCount(scored - labelled)} of ${formatCount(scored)} scored rows have no label: figures are over the ${formatCount(labelled)} that have one.`);
  }
  if (trueRows(confusion) === 0) sentences.push("No row is labelled anomalous, so recall and average precision are undefined.");
  if (predicted === 0) sentences.push("Nothing is predicted at this threshold, so precision is undefined.");
  return sentences.length === 0 ? null : sentences.join(" ");
}
