import type { BeatModelId } from "./beat-model.ts";
import type { DetectorId } from "./detector.ts";
import type { RecordingModelId } from "./recording-model.ts";

/** Any model of the catalogue. */
export type ModelId = DetectorId | BeatModelId | RecordingModelId;
