import { ProblemError } from "../../ecg/problem.ts";
import type { ModelCard } from "../../models/card.ts";

/** The card that ships with a detector. Throws ProblemError `card-missing`; once aborted, the signal's reason. */
export async function fetchCard(detectorId: string, signal: AbortSignal): Promise<ModelCard> {
  const response = await fetch(new URL(`models/${encodeURIComponent(detectorId)}/card.json`, document.baseURI), { signal });
  if (!response.ok) {
    throw new ProblemError("card-missing", `the model card could not be read (status ${response.status})`, "Reload the page while online once, then try again");
  }
  return (await response.json()) as ModelCard;
}
