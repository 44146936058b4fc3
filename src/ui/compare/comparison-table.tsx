import type { ReactNode } from "react";
import type { LoadedCheck } from "../../db/records.ts";
import { f1, precision, recall, type Confusion } from "../../ecg/metrics/confusion.ts";
import { wilsonInterval, type Interval } from "../../ecg/metrics/intervals.ts";
import { formatCount, formatDateTime, formatDuration, formatFixed, formatShare } from "../shared/format.ts";
import { parameterText } from "../shared/named-parameters.ts";
import { differingParameters } from "./agreement.ts";
import styles from "./compare.module.css";

interface ComparisonTableProps {
  readonly checks: readonly LoadedCheck[];
  /** one a check */
  readonly titles: readonly string[];
  readonly resultHref: (checkId: string) => string;
}

/** One column a check: what was found, how right it was where there are labels, and how it was made. */
export function ComparisonTable({ checks, titles, resultHref }: ComparisonTableProps) {
  const labelled = checks.every(({ record }) => record.confusion !== null);
  const isHeartRate = checks.every(({ kind }) => kind === "heart-rate");
  const oneDetector = new Set(checks.map(({ record }) => record.detectorId)).size === 1;
  const hasThreshold = checks.some(({ record }) => record.threshold !== null);
  const row = (name: string, cell: (check: LoadedCheck) => ReactNode) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {checks.map((check) => <td key={check.record.id}>{cell(check)}</td>)}
    </tr>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of figures">
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {checks.map(({ record }, i) => (
              <th key={record.id} scope="col"><a href={resultHref(record.id)}>{titles[i]}</a></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(isHeartRate ? "Predicted rows" : "Predicted anomalous", ({ record }) => formatCount(record.predicted))}
          {labelled && row("Precision", ({ record: { confusion } }) => confusion && withInterval(precision(confusion), precisionInterval(confusion)))}
          {labelled && row("Recall", ({ record: { confusion } }) => confusion && withInterval(recall(confusion), recallInterval(confusion)))}
          {labelled && row("F1", ({ record: { confusion } }) => formatShare(confusion && f1(confusion)))}
          {labelled && isHeartRate && row("Average precision", ({ record }) => formatShare(record.kind === "heart-rate" && record.curve !== null ? record.curve.averagePrecision : null))}
          {labelled && row("Missed", ({ record: { confusion } }) => confusion && formatCount(confusion.falseNegative))}
          {labelled && row("False", ({ record: { confusion } }) => confusion && formatCount(confusion.falsePositive))}
          {hasThreshold && row("Threshold", ({ record }) => formatFixed(record.threshold, 3))}
          {oneDetector
            ? differingParameters(checks).map(({ name, values }) => row(name, (check) => values[checks.indexOf(check)]))
            : row("Parameters", ({ record }) => <small>{parameterText(record.detectorId, record.parameters)}</small>)}
          {row("Took", ({ record }) => `${formatDuration(record.durationMs)}, ${record.backend}`)}
          {row("Made", ({ record }) => formatDateTime(record.createdAt))}
        </tbody>
      </table>
      {labelled && <p className={styles.note}>Precision and recall with 95 % Wilson intervals over the file’s labelled rows.</p>}
    </div>
  );
}

const precisionInterval = ({ truePositive, falsePositive }: Confusion) => wilsonInterval(truePositive, truePositive + falsePositive);
const recallInterval = ({ truePositive, falseNegative }: Confusion) => wilsonInterval(truePositive, truePositive + falseNegative);

function withInterval(share: number | null, interval: Interval | null): ReactNode {
  return (
    <>
      {formatShare(share)}
      {interval && <small className={styles.interval}> {formatShare(interval.low)}–{formatShare(interval.high)}</small>}
    </>
  );
}
