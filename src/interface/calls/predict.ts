import { readInput } from "../schemas/read-input.ts";
import { ownInputSchema } from "../schemas/predict-input.ts";
import { publishedInputSchema } from "../schemas/published-input.ts";
import type { PredictAnswer } from "../types.ts";
import type { CallParts } from "./call-parts.ts";
import { predictLead, predictTwelveLead } from "./predict-recordings.ts";
import { predictBeats, predictHeartRates } from "./predict-tables.ts";

/** A model's answer; in the published shape for input in the published shape, which has no kind. */
export async function predict(input: unknown, parts: CallParts): Promise<PredictAnswer> {
  if (isPublished(input)) return (await predictTwelveLead(readInput(publishedInputSchema, input), parts)).probabilities;
  const own = readInput(ownInputSchema, input);
  switch (own.kind) {
    case "twelve-lead":
      return predictTwelveLead(own, parts);
    case "lead":
      return predictLead(own, parts);
    case "beats":
      return predictBeats(own, parts);
    case "heart-rates":
      return predictHeartRates(own, parts);
  }
}

const isPublished = (input: unknown): boolean => typeof input === "object" && input !== null && ("X" in input || "Y" in input);
