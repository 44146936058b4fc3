import { BEAT_MODELS, DETECTORS } from "../../models/catalog.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { DetectorMeta } from "../../models/detector.ts";

export type TrainableModel = BeatModelMeta | DetectorMeta;

/** What can be trained in the app: the rule learns nothing, and models of raw ECGs learn from whole annotated records, by `npm run train`. */
export const TRAINABLE_MODELS: readonly TrainableModel[] = [...BEAT_MODELS, ...DETECTORS.filter(({ id }) => id !== "rolling-median")];
