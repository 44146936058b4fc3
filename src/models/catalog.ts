import { meta as arrhythmia } from "./arrhythmia/meta.ts";
import { meta as beatCnn } from "./beat-cnn/meta.ts";
import type { BeatModelId, BeatModelMeta } from "./beat-model.ts";
import { meta as boostedTrees } from "./boosted-trees/meta.ts";
import { meta as convAutoencoder } from "./conv-autoencoder/meta.ts";
import { meta as denseAutoencoder } from "./dense-autoencoder/meta.ts";
import type { DetectorId, DetectorMeta } from "./detector.ts";
import { meta as heartRateCnn } from "./heart-rate-cnn/meta.ts";
import { meta as isolationForest } from "./isolation-forest/meta.ts";
import { meta as lstmAutoencoder } from "./lstm-autoencoder/meta.ts";
import { meta as lstmFcn } from "./lstm-fcn/meta.ts";
import type { RecordingModelMeta } from "./recording-model.ts";
import { meta as rollingMedian } from "./rolling-median/meta.ts";
import { meta as twelveLead } from "./twelve-lead/meta.ts";

/** The detectors in the order in which they are offered. */
export const DETECTORS: readonly DetectorMeta[] = [heartRateCnn, rollingMedian, isolationForest, denseAutoencoder];

export const DEFAULT_DETECTOR: DetectorId = "heart-rate-cnn";

/** The models of single beats in the order in which they are offered; of each length, the first is the default. */
export const BEAT_MODELS: readonly BeatModelMeta[] = [beatCnn, boostedTrees, lstmFcn, convAutoencoder, lstmAutoencoder];

/** The models of raw ECGs: of the beats of a lead, and of twelve leads together. */
export const RECORDING_MODELS: readonly RecordingModelMeta[] = [arrhythmia, twelveLead];

export const ALL_MODELS = [...DETECTORS, ...BEAT_MODELS, ...RECORDING_MODELS];

/** The model that is offered first for beats of this length; null where none takes them. */
export function defaultBeatModel(samplesPerBeat: number): BeatModelId | null {
  return BEAT_MODELS.find((meta) => meta.samplesPerBeat === samplesPerBeat)?.id ?? null;
}

/** What a detector or model is called; one that this version no longer has, by its id. */
export function modelName(id: string): string {
  return ALL_MODELS.find((meta) => meta.id === id)?.name ?? id;
}
