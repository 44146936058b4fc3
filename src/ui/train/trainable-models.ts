import { BEAT_MODELS, DETECTORS, RECORDING_MODELS } from "../../models/catalog.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { DetectorMeta } from "../../models/detector.ts";
import type { RecordingModelMeta } from "../../models/recording-model.ts";

export type TrainableModel = BeatModelMeta | DetectorMeta | RecordingModelMeta;

/** What can be trained in the app: the rule learns nothing, and the twelve-lead model learns from a database of records, by `npm run train`. */
export const TRAINABLE_MODELS: readonly TrainableModel[] = [
  ...BEAT_MODELS,
  ...DETECTORS.filter(({ id }) => id !== "rolling-median"),
  ...RECORDING_MODELS.filter(({ id }) => id === "arrhythmia"),
];
