import { NORMAL, type BeatClass } from "../../ecg/beats/classes.ts";
import { classificationIntervals, groupedIntervals, type CountIntervals } from "../../ecg/metrics/figure-intervals.ts";
import type { Interval } from "../../ecg/metrics/intervals.ts";
import { confusionMatrix, figuresOfCounts } from "../../ecg/metrics/multi-class.ts";

/** What a version made of a frozen set. */
export type JudgedRows = JudgedClasses | JudgedLabels;

/** Of rows that are each of one class. */
export interface JudgedClasses {
  readonly kind: "one-class";
  /** what the numbers below name; the first is the normal one */
  readonly classes: readonly BeatClass[];
  /** index into `classes`, or UNLABELLED: such rows are left out */
  readonly truth: Uint8Array<ArrayBuffer>;
  readonly predicted: Uint8Array<ArrayBuffer>;
  /** where the rows of each patient, or recording, end, one after another; null where nobody says which rows are whose */
  readonly patientEnds: Uint32Array<ArrayBuffer> | null;
}

/** Of records in each of which several classes can hold. */
export interface JudgedLabels {
  readonly kind: "several-classes";
  readonly classes: readonly BeatClass[];
  /** record by record, of each of `classes` 1 where it holds */
  readonly truth: Uint8Array<ArrayBuffer>;
  readonly predicted: Uint8Array<ArrayBuffer>;
}

/** With its 95 % interval; null where undefined. */
export interface FigureWithInterval {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** One class against the rest. */
export interface ClassJudgement extends BeatClass {
  /** rows that are of the class */
  readonly rows: number;
  readonly sensitivity: FigureWithInterval;
  readonly positivePredictivity: FigureWithInterval;
}

/** How well a version does on a frozen set. */
export interface VersionFigures {
  /** patients, recordings or records of twelve leads that the intervals are over; null where they are over rows */
  readonly patients: number | null;
  /** share of the rows, or of the answers of which a record has several, that are right */
  readonly accuracy: FigureWithInterval;
  readonly macroF1: FigureWithInterval;
  /** every class; of two, normal and anomalous, the anomalous alone */
  readonly classes: readonly ClassJudgement[];
}

/** Figures with intervals of the bootstrap: over patients where there are several, else over rows, which that takes for independent. */
export function classFigures({ classes, truth, predicted, patientEnds }: JudgedClasses): VersionFigures {
  const confusion = confusionMatrix(truth, predicted, classes.length);
  const { accuracy, macroF1, perClass } = figuresOfCounts(confusion);
  const ends = patientEnds ?? [];
  const patients = Array.from(ends, (end, p) => confusionMatrix(truth.subarray(ends[p - 1] ?? 0, end), predicted.subarray(ends[p - 1] ?? 0, end), classes.length));
  const intervals: CountIntervals = patients.length > 1 ? groupedIntervals(patients) : classificationIntervals({ confusion, rocAuc: classes.map(() => null) });
  const judged = classes.map((own, k): ClassJudgement => ({
    ...own,
    rows: perClass[k].support,
    sensitivity: { value: perClass[k].recall, interval: intervals.perClass[k].recall },
    positivePredictivity: { value: perClass[k].precision, interval: intervals.perClass[k].precision },
  }));
  return {
    patients: patients.length > 1 ? patients.length : null,
    accuracy: { value: accuracy, interval: intervals.accuracy },
    macroF1: { value: macroF1, interval: intervals.macroF1 },
    classes: classes.length === 2 ? judged.filter((_, k) => k !== NORMAL) : judged,
  };
}
