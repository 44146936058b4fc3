import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { OnEpoch } from "./fit.ts";

/** What a training needs from its caller. */
export interface TrainingControl extends JobControl {
  /** of an ensemble, the epochs of one member after another */
  readonly onEpoch?: OnEpoch;
}

/** The two training tables; the test table is never among them. */
export interface HeartRateTrainingData {
  /** beats with labels, for detectors that learn from them */
  readonly labelled: HeartRateTable;
  /** normal beats only, for detectors of the unusual */
  readonly train: HeartRateTable;
  /** day of the training for the card, ISO 8601 */
  readonly date: string;
}

/**
 * Trains one shipped detector: file name → bytes, to be written below public/models/<id>/. The same data gives the same
 * bytes. One of the files is card.json, a `ModelCard` without metrics.
 */
export type TrainModel = (data: HeartRateTrainingData, control: TrainingControl) => Promise<Map<string, Uint8Array>>;
