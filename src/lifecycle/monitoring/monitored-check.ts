import { addConfusion, labelledRows, NO_COUNTS, precision, recall, type Confusion } from "../../ecg/metrics/confusion.ts";
import type { WatchedMetric } from "./rule.ts";

/** What monitoring looks at of a check. */
export interface MonitoredCheck {
  readonly id: string;
  readonly name: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly modelId: string;
  readonly version: number;
  readonly rows: number;
  /** rows predicted anomalous */
  readonly predicted: number;
  /** over the rows with labels; null without any */
  readonly confusion: Confusion | null;
  /** events and beats that a clinician said something definite of, and those of them where it was not what was predicted */
  readonly judged: number;
  readonly overridden: number;
  /** to the training data, 0 to 1; null where the model has no reference */
  readonly likeness: number | null;
  readonly isUnlike: boolean;
  readonly latencyMs: number;
}

/**
 * A figure of checks taken together, null where none of them has it. Accuracy, precision and recall over all labelled rows,
 * the anomaly rate over all rows, the override rate over all that was judged; drift, 1 − likeness, as the mean and the latency
 * as the median over the checks.
 */
export function pooledFigure(metric: WatchedMetric, checks: readonly MonitoredCheck[]): number | null {
  const sum = (of: (check: MonitoredCheck) => number) => checks.reduce((total, check) => total + of(check), 0);
  const confusion = () => checks.reduce((total, check) => addConfusion(total, check.confusion ?? NO_COUNTS), NO_COUNTS);
  switch (metric) {
    case "accuracy": {
      const pooled = confusion();
      return share(pooled.truePositive + pooled.trueNegative, labelledRows(pooled));
    }
    case "precision":
      return precision(confusion());
    case "recall":
      return recall(confusion());
    case "override-rate":
      return share(sum(({ overridden }) => overridden), sum(({ judged }) => judged));
    case "anomaly-rate":
      return share(sum(({ predicted }) => predicted), sum(({ rows }) => rows));
    case "drift": {
      const measured = checks.flatMap(({ likeness }) => (likeness === null ? [] : [1 - likeness]));
      return share(measured.reduce((total, drift) => total + drift, 0), measured.length);
    }
    case "latency":
      return median(checks.map(({ latencyMs }) => latencyMs));
  }
}

/** Whether a check says anything of a figure: one without labels nothing of accuracy. */
export const hasFigure = (metric: WatchedMetric, check: MonitoredCheck): boolean => pooledFigure(metric, [check]) !== null;

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
