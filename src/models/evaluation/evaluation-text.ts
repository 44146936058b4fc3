import type { Evaluation } from "./evaluate.ts";
import type { DetectorFigures, PatientFigures } from "./measure-detector.ts";
import { alignColumns, countText, figureText } from "./text-table.ts";

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
  return [
    `${data.file}: ${countText(data.rows)} rows of ${countText(data.patients)} patients, ${countText(data.anomalous)} anomalous`,
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
    figureText(figures.precision, intervals.precision),
    figureText(figures.recall, intervals.recall),
    figureText(figures.f1, intervals.f1),
    figureText(figures.averagePrecision, intervals.averagePrecision),
  ];
}

function patientCells({ patientId, rows, predicted, true: anomalous, intervals, ...figures }: PatientFigures): string[] {
  return [
    patientId,
    String(rows),
    String(anomalous),
    String(predicted),
    figureText(figures.precision, intervals.precision),
    figureText(figures.recall, intervals.recall),
    figureText(figures.f1, null),
    figureText(figures.averagePrecision, null),
  ];
}
