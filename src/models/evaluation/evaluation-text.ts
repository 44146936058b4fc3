import type { Interval } from "../../ecg/metrics/intervals.ts";
import type { Evaluation } from "./evaluate.ts";
import type { DetectorFigures, PatientFigures } from "./measure-detector.ts";

/** The evaluation as plain text: one table of all detectors over all rows, then one per detector by patient. */
export function evaluationText({ data, detectors }: Evaluation): string {
  const summary = [
    ["Detector", "Threshold", "Precision", "Recall", "F1", "Average precision"],
    ...detectors.map((detector) => [detector.id, detector.threshold.toFixed(4), ...pooledCells(detector)]),
  ];
  const byPatient = detectors.flatMap(({ id, perPatient }) => [
    "",
    `${id}, by patient`,
    ...alignColumns([["Patient", "Rows", "True", "Predicted", "Precision", "Recall", "F1", "Average precision"], ...perPatient.map(patientCells)]),
  ]);
  const count = (value: number) => value.toLocaleString("en-US");
  return [
    `${data.file}: ${count(data.rows)} rows of ${count(data.patients)} patients, ${count(data.anomalous)} anomalous`,
    `SHA-256 ${data.sha256}`,
    "",
    ...alignColumns(summary),
    ...byPatient,
    "",
    "[95 % interval]: Wilson for precision and recall, bootstrap over patients for F1 and average precision.",
    "Rows without a label are not counted, nor a patient's first row, which no detector scores.",
  ].join("\n");
}

function pooledCells({ intervals, ...figures }: DetectorFigures): string[] {
  return [
    cell(figures.precision, intervals.precision),
    cell(figures.recall, intervals.recall),
    cell(figures.f1, intervals.f1),
    cell(figures.averagePrecision, intervals.averagePrecision),
  ];
}

function patientCells({ patientId, rows, predicted, true: anomalous, intervals, ...figures }: PatientFigures): string[] {
  return [
    patientId,
    String(rows),
    String(anomalous),
    String(predicted),
    cell(figures.precision, intervals.precision),
    cell(figures.recall, intervals.recall),
    cell(figures.f1, null),
    cell(figures.averagePrecision, null),
  ];
}

function cell(value: number | null, interval: Interval | null): string {
  if (value === null) return "–";
  return interval === null ? value.toFixed(3) : `${value.toFixed(3)} [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`;
}

/** The first column to the left, the others padded to a common width. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column])).join("  ").trimEnd());
}
