import { f1, precision, recall, type Confusion } from "../../ecg/metrics/confusion.ts";
import { bootstrapInterval, type Interval } from "../../ecg/metrics/intervals.ts";
import { rocAuc } from "../../ecg/metrics/roc-auc.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { SUPERCLASSES } from "../recording-model.ts";

/** Of one superclass at its threshold; null where undefined. */
export interface SuperclassFigures {
  readonly rocAuc: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** records of the class */
  readonly support: number;
}

export interface TwelveLeadFigures {
  readonly records: number;
  /** mean ROC-AUC of the classes that have one */
  readonly macroAuc: number | null;
  /** by the class's code */
  readonly perClass: Readonly<Record<string, SuperclassFigures>>;
}

/** What was said of one record, and what it is; one entry each for each of SUPERCLASSES. */
export interface JudgedRecord {
  readonly probabilities: ArrayLike<number>;
  readonly classes: ArrayLike<number>;
}

export function twelveLeadFigures(records: readonly JudgedRecord[], thresholds: readonly number[]): TwelveLeadFigures {
  const perClass = SUPERCLASSES.map((_, k) => {
    const counts = confusionOf(records, k, thresholds[k]);
    return {
      rocAuc: classAuc(records, k),
      precision: precision(counts),
      recall: recall(counts),
      f1: f1(counts),
      support: counts.truePositive + counts.falseNegative,
    };
  });
  return {
    records: records.length,
    macroAuc: mean(perClass.map((own) => own.rocAuc)),
    perClass: Object.fromEntries(SUPERCLASSES.map(({ code }, k) => [code, perClass[k]])),
  };
}

export function macroAuc(records: readonly JudgedRecord[]): number | null {
  return mean(SUPERCLASSES.map((_, k) => classAuc(records, k)));
}

const INTERVAL_SEED = 1;
type Measured = Exclude<keyof SuperclassFigures, "support">;

export interface TwelveLeadIntervals {
  readonly macroAuc: Interval | null;
  readonly perClass: Readonly<Record<string, Readonly<Record<Measured, Interval | null>>>>;
}

/** 95 % intervals by the bootstrap over records, always of the same draws. */
export function twelveLeadIntervals(records: readonly JudgedRecord[], thresholds: readonly number[]): TwelveLeadIntervals {
  const interval = (measure: (resample: readonly JudgedRecord[]) => number | null) => bootstrapInterval({ units: records, measure, random: seededRandom(INTERVAL_SEED) });
  const ofClass = (k: number) => {
    const counted = (figure: (counts: Confusion) => number | null) => interval((resample) => figure(confusionOf(resample, k, thresholds[k])));
    return { rocAuc: interval((resample) => classAuc(resample, k)), precision: counted(precision), recall: counted(recall), f1: counted(f1) };
  };
  return { macroAuc: interval(macroAuc), perClass: Object.fromEntries(SUPERCLASSES.map(({ code }, k) => [code, ofClass(k)])) };
}

function classAuc(records: readonly JudgedRecord[], k: number): number | null {
  const of = (own: number) => Float32Array.from(records.filter(({ classes }) => classes[k] === own), ({ probabilities }) => probabilities[k]);
  return rocAuc(of(1), of(0))?.area ?? null;
}

function confusionOf(records: readonly JudgedRecord[], k: number, threshold: number): Confusion {
  const count = (is: number, said: boolean) => records.filter(({ classes, probabilities }) => classes[k] === is && probabilities[k] >= threshold === said).length;
  return { truePositive: count(1, true), falsePositive: count(0, true), falseNegative: count(1, false), trueNegative: count(0, false) };
}

function mean(figures: readonly (number | null)[]): number | null {
  const defined = figures.filter((figure) => figure !== null);
  return defined.length === 0 ? null : defined.reduce((sum, figure) => sum + figure, 0) / defined.length;
}
