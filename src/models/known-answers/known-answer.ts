import type { ModelId } from "../model-id.ts";
import type { TwelveLeadInput } from "../recording-model.ts";

/** What public/models/<id>/known-answer.json holds: a small input, and what the shipped model gave for it on the CPU. */
export interface KnownAnswer {
  readonly modelId: ModelId;
  /** of the model that answered; another one is another model */
  readonly modelHash: string;
  /** largest difference that a right backend may show, as a share of the largest output */
  readonly tolerance: number;
  readonly input: KnownInput;
  /** null where the model gives no number */
  readonly outputs: readonly (number | null)[];
}

export type KnownInput =
  | { readonly kind: "heart-rates"; readonly timeS: readonly number[]; readonly rateBpm: readonly number[] }
  | { readonly kind: "beats"; readonly samplesPerBeat: number; readonly samples: readonly number[] }
  | { readonly kind: "lead"; readonly samplingRateHz: number; readonly samplesUv: readonly number[]; readonly peakSample: readonly number[] }
  | { readonly kind: "twelve-lead"; readonly samplingRateHz: number; readonly leadsUv: readonly (readonly number[])[]; readonly patient: TwelveLeadInput["patient"] };

export const KNOWN_ANSWER_FILE = "known-answer.json";

/** How a model did. Plain data: it crosses the worker's boundary. */
export interface KnownAnswerTest {
  readonly modelId: ModelId;
  readonly isRight: boolean;
  /** that answered last */
  readonly backend: string;
  readonly tolerance: number;
  /** as a share of the largest output; infinite where a number is missing */
  readonly largestDifference: number;
  /** numbers compared */
  readonly outputs: number;
  /** reading the model, computing and comparing */
  readonly durationMs: number;
  /** backends that answered wrongly and are not used any more, in sentences */
  readonly rejected: readonly string[];
}

/** The largest difference as a share of the largest known output. */
export function largestDifference(outputs: Float32Array, known: KnownAnswer["outputs"]): number {
  if (outputs.length !== known.length) return Infinity;
  const scale = known.reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 0) || 1;
  return known.reduce<number>((largest, value, i) => Math.max(largest, differenceOf(outputs[i], value) / scale), 0);
}

/** NaN is no number, as null is; a number that is missing on one side alone is infinitely wrong. */
function differenceOf(output: number, known: number | null): number {
  if (known === null) return Number.isNaN(output) ? 0 : Infinity;
  return Number.isFinite(output) ? Math.abs(output - known) : Infinity;
}
