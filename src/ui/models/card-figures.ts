import { CLASSES, type BeatClass } from "../../ecg/beats/classes.ts";
import type { ClassifierMetrics, Measured } from "../../models/card.ts";
import { formatShare } from "../shared/format.ts";
import { isBeatModelCard, type AnyCard } from "./model-kinds.ts";

export interface Figure {
  readonly name: string;
  readonly measured: Measured;
}

/** One measurement of a card as its figures, the most telling first. */
export interface MeasuredOn {
  readonly data: string;
  readonly rows: number;
  readonly sha256: string;
  readonly figures: readonly Figure[];
}

/** The card's overall figures, one entry for each file it was measured on; none before it was measured. */
export function measurements(card: AnyCard): readonly MeasuredOn[] {
  if (isBeatModelCard(card)) {
    return card.metrics.map((metrics) =>
      "perClass" in metrics
        ? on(metrics.evaluatedOn, { Accuracy: metrics.accuracy, "Macro-F1": metrics.macroF1 })
        : on(metrics.evaluatedOn, { F1: metrics.f1, "ROC-AUC": metrics.rocAuc, Precision: metrics.precision, Recall: metrics.recall }),
    );
  }
  if (card.metrics === null) return [];
  if (card.id === "twelve-lead") {
    const { evaluatedOn, macroAuc, perClass } = card.metrics;
    return [on(evaluatedOn, { "Macro-AUC": macroAuc, ...Object.fromEntries(Object.entries(perClass).map(([code, { rocAuc }]) => [`AUC of ${code}`, rocAuc])) })];
  }
  if (card.id === "arrhythmia") {
    const { evaluatedOn, beats: { accuracy, perClass } } = card.metrics;
    const ofClass = (code: string) => ({ [`Sensitivity of ${code}`]: perClass[code].sensitivity, [`+P of ${code}`]: perClass[code].positivePredictivity });
    return [on(evaluatedOn, { Accuracy: accuracy, ...ofClass("V"), ...ofClass("S") })];
  }
  const { metrics } = card;
  return [on(metrics.evaluatedOn, { F1: metrics.f1, Precision: metrics.precision, Recall: metrics.recall, "Average precision": metrics.averagePrecision })];
}

/** The classes that a classifier was measured in: those that ship name the classes of ANSI/AAMI EC57. */
export function measuredClasses({ perClass }: ClassifierMetrics): readonly BeatClass[] {
  return Object.keys(perClass).map((code) => CLASSES.aami.find((each) => each.code === code) ?? { code, name: code });
}

/** The figure a model is listed with; null before it was measured. */
export function headline(card: AnyCard): { readonly figure: Figure; readonly data: string } | null {
  const measured = measurements(card).at(0);
  return measured === undefined ? null : { figure: measured.figures[0], data: measured.data };
}

/** ".555–.987", or "" without an interval */
export function intervalText({ interval }: Measured): string {
  return interval === null ? "" : `${formatShare(interval.low)}–${formatShare(interval.high)}`;
}

/** ".958 (.555–.987)" */
export function measuredText(measured: Measured): string {
  const interval = intervalText(measured);
  return interval === "" ? formatShare(measured.value) : `${formatShare(measured.value)} (${interval})`;
}

function on(data: { readonly name: string; readonly rows: number; readonly sha256: string }, figures: Readonly<Record<string, Measured>>): MeasuredOn {
  return { data: data.name, rows: data.rows, sha256: data.sha256, figures: Object.entries(figures).map(([name, measured]) => ({ name, measured })) };
}
