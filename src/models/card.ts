import type { BeatFigures } from "../ecg/metrics/beat-matrix.ts";
import type { Interval } from "../ecg/metrics/intervals.ts";
import type { ConfusionMatrix } from "../ecg/metrics/multi-class.ts";
import type { BeatModelId } from "./beat-model.ts";
import type { DetectorId, ParameterValues } from "./detector.ts";

/** A figure on test data; null where it is undefined. The interval covers 95 %. */
export interface Measured {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** A set of rows, told apart from others by the hash of its file. */
export interface DataSet {
  /** e.g. "heart-rate/train" */
  readonly name: string;
  /** of the file's bytes, lower-case hex */
  readonly sha256: string;
  readonly rows: number;
  readonly patients: number;
}

/** What a shipped detector was measured at, over all rows of all patients, at the card's threshold. */
export interface CardMetrics {
  readonly evaluatedOn: DataSet;
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
  readonly averagePrecision: Measured;
}

/** One class against the rest, and how many of the beats are of it. */
export interface MeasuredClass {
  readonly support: number;
  readonly accuracy: Measured;
  readonly rocAuc: Measured;
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
}

export interface ClassifierMetrics {
  readonly evaluatedOn: Omit<DataSet, "patients">;
  readonly accuracy: Measured;
  readonly macroF1: Measured;
  /** by the class's code */
  readonly perClass: Readonly<Record<string, MeasuredClass>>;
  /** beats by true class (rows) and predicted class (columns), in the order of `perClass` */
  readonly confusion: ConfusionMatrix;
}

/** At the card's threshold; anomalous is the positive class. */
export interface AutoencoderMetrics {
  readonly evaluatedOn: Omit<DataSet, "patients">;
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
  readonly rocAuc: Measured;
  readonly normalRight: { readonly right: number; readonly of: number };
  readonly anomalousRight: { readonly right: number; readonly of: number };
}

/**
 * The card of a model of single beats. Training writes it without `metrics`; `npm run evaluate -- beats FILE
 * --write-cards` fills them in.
 */
export interface BeatModelCard {
  readonly id: BeatModelId;
  readonly name: string;
  readonly version: string;
  readonly trainedOn: Omit<DataSet, "patients"> & {
    /** hashes of the other files, where beats of several were learnt from */
    readonly furtherSha256?: readonly string[];
  };
  readonly split: string;
  /** of the training */
  readonly parameters: ParameterValues;
  /** an autoencoder's, at its default quantile; null for a classifier */
  readonly threshold: number | null;
  /** one entry for each file it was measured on */
  readonly metrics: readonly (ClassifierMetrics | AutoencoderMetrics)[];
  readonly intendedUse: string;
  readonly limits: readonly string[];
  readonly date: string;
  readonly licence: string;
}

/**
 * The model card that ships beside a detector as `public/models/<id>/card.json`. Training writes it with `metrics`
 * null; `npm run evaluate -- heart-rate FILE --write-cards` fills them in.
 */
export interface ModelCard {
  readonly id: DetectorId;
  readonly name: string;
  readonly version: string;
  readonly trainedOn: DataSet;
  /** which patients were used for what, and how parameters and threshold were chosen */
  readonly split: string;
  readonly parameters: ParameterValues;
  /** a score from this on is predicted anomalous */
  readonly threshold: number;
  readonly metrics: CardMetrics | null;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  /** ISO 8601 day */
  readonly date: string;
  readonly licence: string;
}

/** On records of whole folds; by superclass at the card's thresholds. */
export interface TwelveLeadMetrics {
  readonly evaluatedOn: Omit<DataSet, "patients"> & { readonly folds: readonly number[] };
  readonly macroAuc: Measured;
  /** by the class's code */
  readonly perClass: Readonly<Record<string, Omit<MeasuredClass, "accuracy">>>;
}

/**
 * The card of the twelve-lead model. Training writes it with `metrics` null; `npm run evaluate -- twelve-lead DIR --folds 9
 * --write-cards` fills them in.
 */
export interface TwelveLeadCard {
  readonly id: "twelve-lead";
  readonly name: string;
  readonly version: string;
  /** the hash is of the table of records */
  readonly trainedOn: Omit<DataSet, "patients"> & { readonly folds: readonly number[] };
  readonly split: string;
  /** of the training */
  readonly parameters: ParameterValues;
  /** by the class's code: probabilities from it on are reported */
  readonly thresholds: Readonly<Record<string, number>>;
  /** macro-AUC on records of folds that were not learnt from, in cross-validation within the training folds; null where a part is not there */
  readonly validation: { readonly macroAuc: number | null; readonly network: number | null; readonly trees: number | null };
  readonly metrics: TwelveLeadMetrics | null;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  /** ISO 8601 day */
  readonly date: string;
  readonly licence: string;
}

/** What beats were named, by annotated class (rows) and named class (columns), in the order of `perClass`. */
export interface MeasuredBeatClasses {
  readonly accuracy: Measured;
  /** by the class's code; one class against all others */
  readonly perClass: Readonly<Record<string, { readonly support: number; readonly sensitivity: Measured; readonly positivePredictivity: Measured; readonly falsePositiveRate: Measured }>>;
  readonly confusion: ConfusionMatrix;
}

/** Over the beats of all records; intervals by the bootstrap over records. */
export interface ArrhythmiaMetrics {
  /** the hash is of the hashes of the records' files */
  readonly evaluatedOn: DataSet;
  /** whole records, at the annotated R peaks */
  readonly beats: MeasuredBeatClasses;
  /** whole records, at the R peaks that were found; missed beats and false detections are the last column and row of the matrix */
  readonly beatsAtOwnPeaks: MeasuredBeatClasses;
  /** as `beatsAtOwnPeaks`, from five minutes on, by EC57's rules for S and V */
  readonly ec57: MeasuredBeatClasses;
}

/**
 * The card of the arrhythmia model. Training writes it with `metrics` null; `npm run evaluate -- recordings DIR --write-cards`
 * fills them in.
 */
export interface ArrhythmiaCard {
  readonly id: "arrhythmia";
  readonly name: string;
  readonly version: string;
  /** the hash is of `records`: the hashes of the records' files by their names */
  readonly trainedOn: DataSet & { readonly records: Readonly<Record<string, string>> };
  readonly split: string;
  /** of the training */
  readonly parameters: ParameterValues;
  /** numbers that were learnt */
  readonly parameterCount: number;
  /** in cross-validation over the patients learnt from */
  readonly validation: BeatFigures & { readonly confusion: ConfusionMatrix };
  readonly metrics: ArrhythmiaMetrics | null;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  /** ISO 8601 day */
  readonly date: string;
  readonly licence: string;
}

/** The card as the bytes of its file. */
export function encodeCard(card: ModelCard | BeatModelCard | TwelveLeadCard | ArrhythmiaCard): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(card, null, 2)}\n`);
}
