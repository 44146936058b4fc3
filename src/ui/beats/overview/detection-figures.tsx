import { f1, labelledRows, precision, recall, type Confusion } from "../../../ecg/metrics/confusion.ts";
import type { DetectionIntervals } from "../../../ecg/metrics/figure-intervals.ts";
import type { Interval } from "../../../ecg/metrics/intervals.ts";
import { formatCount, formatShare } from "../../shared/format.ts";
import styles from "./detection-figures.module.css";

interface DetectionFiguresProps {
  /** anomalous (positive) or normal, over the labelled beats */
  readonly counts: Confusion;
  /** of the anomaly scores, whatever the threshold; null where it is undefined */
  readonly rocAuc: number | null;
  /** null where they are of other counts */
  readonly intervals: DetectionIntervals | null;
}

/** How many normal and how many anomalous beats are right, and what follows from these counts. */
export function DetectionFigures({ counts, rocAuc, intervals }: DetectionFiguresProps) {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const tiles = [
    { label: "Normal right", text: formatCount(trueNegative), note: `of ${formatCount(trueNegative + falsePositive)}` },
    { label: "Anomalous right", text: formatCount(truePositive), note: `of ${formatCount(truePositive + falseNegative)}` },
    { label: "Precision", text: formatShare(precision(counts)), note: rangeText(intervals?.precision) },
    { label: "Recall", text: formatShare(recall(counts)), note: rangeText(intervals?.recall) },
    { label: "F1", text: formatShare(f1(counts)), note: rangeText(intervals?.f1) },
    { label: "ROC-AUC", text: formatShare(rocAuc), note: rangeText(intervals?.rocAuc) },
  ];
  return (
    <dl className={styles.tiles} aria-label={`Figures over ${formatCount(labelledRows(counts))} labelled beats`}>
      {tiles.map(({ label, text, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd><b>{text}</b> <span>{note}</span></dd>
        </div>
      ))}
    </dl>
  );
}

function rangeText(interval: Interval | null | undefined): string {
  return interval == null ? "" : `${formatShare(interval.low)}–${formatShare(interval.high)}`;
}
