import { fetchModelFile } from "./fetch-model-file.ts";
import type { AnyCard } from "./model-kinds.ts";

/** The card that ships with a model. Throws ProblemError `model-file-missing`; once aborted, the signal's reason. */
export async function fetchCard(modelId: string, signal: AbortSignal): Promise<AnyCard> {
  const bytes = await fetchModelFile(modelId, "card.json", signal);
  return JSON.parse(new TextDecoder().decode(bytes)) as AnyCard;
}
