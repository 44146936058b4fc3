import type { BeatSplit } from "../../ecg/beats/split-beats.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { ParameterValues, ReadArtifact } from "../detector.ts";
import type { CheckpointStore } from "./checkpoint.ts";
import type { OnEpoch } from "./fit.ts";

export interface BeatTrainingData {
  /** heartbeat train, or ECG5000 TRAIN */
  readonly train: BeatTable;
  /** ECG5000 TEST, for trainings whose published split is over both files; null otherwise */
  readonly rest: BeatTable | null;
  /** of `train`, where it was divided beforehand; otherwise the training divides it by its parameters */
  readonly split?: BeatSplit;
  /** day of the training for the card, ISO 8601 */
  readonly date: string;
}

export interface BeatTrainingOptions extends JobControl {
  /** of the model's `training` parameters; what is absent has its default */
  readonly parameters: ParameterValues;
  /** where an interrupted training is taken up again; null where it need not be */
  readonly checkpoints: CheckpointStore | null;
  /** reads the files of the version to start from; from scratch where absent */
  readonly start?: ReadArtifact;
  /** makes a model of the checkpoint's best weights at once */
  readonly finish?: boolean;
  readonly onEpoch?: OnEpoch;
}

/**
 * Trains one model of single beats: file name → bytes, to be written below public/models/<id>/. The same data and
 * parameters give the same bytes, also when it was interrupted and resumed. One of the files is card.json, a
 * `BeatModelCard` without figures.
 */
export type TrainBeatModel = (data: BeatTrainingData, options: BeatTrainingOptions) => Promise<Map<string, Uint8Array>>;
