import type { BeatModelId } from "./beat-model.ts";
import type { DetectorId } from "./detector.ts";
import type { TrainBeatModel } from "./training/train-beat-model.ts";
import type { TrainModel } from "./training/train-model.ts";

/** What trains a detector, and the fixed settings of one that has any. */
export interface DetectorTrainer {
  readonly train: TrainModel;
  readonly SETTINGS?: { readonly seed: number } & Readonly<Record<string, number>>;
}

/** The trainings of detectors, each loaded when it is first asked for. */
export const DETECTOR_TRAINERS: Readonly<Record<DetectorId, () => Promise<DetectorTrainer>>> = {
  "rolling-median": () => import("./rolling-median/train.ts"),
  "isolation-forest": () => import("./isolation-forest/train.ts"),
  "dense-autoencoder": () => import("./dense-autoencoder/train.ts"),
  "heart-rate-cnn": () => import("./heart-rate-cnn/train.ts"),
};

/** The same of models of single beats. */
export const BEAT_TRAINERS: Readonly<Record<BeatModelId, () => Promise<{ readonly train: TrainBeatModel }>>> = {
  "beat-cnn": () => import("./beat-cnn/train.ts"),
  "lstm-fcn": () => import("./lstm-fcn/train.ts"),
  "boosted-trees": () => import("./boosted-trees/train.ts"),
  "conv-autoencoder": () => import("./conv-autoencoder/train.ts"),
  "lstm-autoencoder": () => import("./lstm-autoencoder/train.ts"),
};
