import { BEAT_MODELS } from "../../models/catalog.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";

export const UNKNOWN_MODEL = "This model is not part of this version of Isoline.";

/** A check's model; null where this version no longer has it. */
export const knownBeatModel = (detectorId: string): BeatModelMeta | null => BEAT_MODELS.find(({ id }) => id === detectorId) ?? null;

/** What is known of a check's model; one that this version no longer has is shown by its id. */
export function beatModelOf(detectorId: string): Pick<BeatModelMeta, "name" | "sentence" | "parameters"> {
  return knownBeatModel(detectorId) ?? { name: detectorId, sentence: UNKNOWN_MODEL, parameters: [] };
}
