import type { BeatEvaluation, EvaluatedModel } from "./evaluate-beats.ts";
import type { AutoencoderFigures, ClassifierFigures } from "./measure-beats.ts";
import { alignColumns, countText, figureText } from "./text-table.ts";

/** The evaluation as plain text: what the file holds, then a block of tables for each model. */
export function beatEvaluationText({ data, models }: BeatEvaluation): string {
  const classes = Object.entries(data.classes).map(([code, count]) => `${code} ${countText(count)}`);
  return [
    `${data.file}: ${countText(data.rows)} beats of ${data.samplesPerBeat} samples; ${classes.join(", ")}`,
    `SHA-256 ${data.sha256}`,
    ...data.notes,
    ...models.flatMap((model) => ["", ...modelLines(model)]),
    "",
    "[95 % interval], beats taken for independent: bootstrap for what is counted (Wilson's where all or nothing is right), DeLong's for ROC-AUC.",
    ...(models.some(({ task }) => task === "classifier") ? ["In the heartbeat data, training and test beats are of the same patients: figures on it are intra-patient."] : []),
  ].join("\n");
}

function modelLines(model: EvaluatedModel): string[] {
  return [
    ...(model.task === "classifier" ? classifierLines(model) : autoencoderLines(model)),
    ...(model.trainedOnThisFile ? [`${model.id} has learnt from beats of this very file: these figures say nothing about other beats.`] : []),
    ...model.warnings,
  ];
}

function classifierLines({ id, accuracy, macroF1, classes, confusion, perClass, intervals }: ClassifierFigures): string[] {
  return [
    `${id}: accuracy ${figureText(accuracy, intervals.accuracy, 4)}, macro-F1 ${figureText(macroF1, intervals.macroF1)}`,
    "",
    ...alignColumns([["True \\ predicted", ...classes], ...confusion.map((row, own) => [classes[own], ...row.map((count) => shareText(count, row))])]),
    "",
    ...alignColumns([
      ["Class", "Beats", "Accuracy", "ROC-AUC", "Precision", "Recall", "F1"],
      ...classes.map((code) => {
        const [own, interval] = [perClass[code], intervals.perClass[code]];
        return [
          code,
          countText(own.support),
          figureText(own.accuracy, interval.accuracy, 4),
          figureText(own.rocAuc, interval.rocAuc, 4),
          figureText(own.precision, interval.precision),
          figureText(own.recall, interval.recall),
          figureText(own.f1, interval.f1),
        ];
      }),
    ]),
  ];
}

function autoencoderLines({ id, intervals, ...figures }: AutoencoderFigures): string[] {
  return [
    `${id}: threshold ${figures.threshold.toFixed(3)}`,
    "",
    ...alignColumns([
      ["Normal right", "Anomalous right", "Precision", "Recall", "F1", "ROC-AUC"],
      [
        `${countText(figures.normalRight)} of ${countText(figures.normal)}`,
        `${countText(figures.anomalousRight)} of ${countText(figures.anomalous)}`,
        figureText(figures.precision, intervals.precision),
        figureText(figures.recall, intervals.recall),
        figureText(figures.f1, intervals.f1),
        figureText(figures.rocAuc, intervals.rocAuc, 4),
      ],
    ]),
  ];
}

/** A count and its share of the true class: "9,012 (99.5 %)". */
function shareText(count: number, row: readonly number[]): string {
  const all = row.reduce((sum, value) => sum + value, 0);
  return all === 0 ? countText(count) : `${countText(count)} (${((100 * count) / all).toFixed(1)} %)`;
}
