import type { PatientFields } from "../../ecg/recording/recording.ts";
import type { ParameterValues } from "../detector.ts";
import type { TrainingControl } from "../training/train-model.ts";

/** A twelve-lead record with its diagnosis. */
export interface LabelledRecord {
  readonly id: string;
  /** of PTB-XL's split: no patient is in two folds */
  readonly fold: number;
  /** TWELVE_LEADS in their order, mV */
  readonly leads: readonly Float32Array[];
  readonly samplingRateHz: number;
  readonly patient: Pick<PatientFields, "ageYears" | "sex" | "heightCm" | "weightKg">;
  /** 1 or 0 for each of SUPERCLASSES */
  readonly classes: Uint8Array;
}

export interface TwelveLeadTrainingData {
  /** e.g. "ptb-xl" */
  readonly name: string;
  /** of the table of records */
  readonly sha256: string;
  /** how many `records` gives at most, for progress */
  readonly count: number;
  /** one after another, so that no more than one is held; the training keeps 24 kB of each */
  readonly records: AsyncIterable<LabelledRecord>;
  /** day of the training for the card, ISO 8601 */
  readonly date: string;
}

export interface TwelveLeadTrainingOptions extends TrainingControl {
  /** of the model's `training` parameters; what is absent has its default */
  readonly parameters: ParameterValues;
}

/** Trains the classifier: file name → bytes, to be written below public/models/twelve-lead/. The same data and parameters give the same bytes. */
export type TrainTwelveLead = (data: TwelveLeadTrainingData, options: TwelveLeadTrainingOptions) => Promise<Map<string, Uint8Array>>;
