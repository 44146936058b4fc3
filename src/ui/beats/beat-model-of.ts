import { BEAT_MODELS } from "../../models/catalog.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";

/** What is known of a check's model; one that this version no longer has is shown by its id. */
export function beatModelOf(detectorId: string): Pick<BeatModelMeta, "name" | "sentence" | "parameters"> {
  const known = BEAT_MODELS.find(({ id }) => id === detectorId);
  return known ?? { name: detectorId, sentence: "This model is not part of this version of Isoline.", parameters: [] };
}
