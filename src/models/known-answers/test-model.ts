import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { ModelId } from "../model-id.ts";
import { answerKnownInput, type ModelLoaders } from "./answer-known-input.ts";
import { KNOWN_ANSWER_FILE, largestDifference, type KnownAnswer, type KnownAnswerTest } from "./known-answer.ts";

/** Takes the backend in use out of use; resolves to what computes now. Rejects where nothing is left. */
export type RejectBackend = (why: string) => Promise<{ readonly name: string }>;

export interface TestModelParts extends ModelLoaders, Pick<JobControl, "signal"> {
  /** of what computes with TensorFlow; null for a model that does not */
  readonly rejectBackend: RejectBackend | null;
}

/**
 * Lets a shipped model answer its known input. A backend on which it answers wrongly, or fails, is rejected, and the model
 * tried again on the next; where none is left, or the model needs none, the test says that it is wrong.
 * Throws ProblemError `artifact-missing` without a known answer, and `known-answer-outdated` where it is another model's.
 */
export async function testModel(modelId: ModelId, parts: TestModelParts): Promise<KnownAnswerTest> {
  const startMs = performance.now();
  const known = JSON.parse(new TextDecoder().decode(await parts.readArtifact(`${modelId}/${KNOWN_ANSWER_FILE}`))) as KnownAnswer;
  const rejected: string[] = [];
  for (;;) {
    const trial = await answered(known, parts);
    parts.signal.throwIfAborted();
    const test = { modelId, ...trial, tolerance: known.tolerance, outputs: known.outputs.length, rejected, durationMs: performance.now() - startMs };
    if (trial.isRight || parts.rejectBackend === null) return test;
    const why = `${modelId} answered its known input wrongly: off by ${shareText(trial.largestDifference)}, where ${shareText(known.tolerance)} is allowed`;
    const next = await parts.rejectBackend(why).catch((cause: unknown) => {
      rejected.push(`${trial.backend}: ${why}. ${cause instanceof Error ? cause.message : String(cause)}`);
      return null;
    });
    if (next === null) return test;
    rejected.push(`${trial.backend}: ${why}. ${next.name} computes in its place.`);
  }
}

async function answered(known: KnownAnswer, parts: TestModelParts): Promise<Pick<KnownAnswerTest, "isRight" | "largestDifference" | "backend">> {
  const { outputs, modelHash, backend } = await answerKnownInput(known.modelId, known.input, parts);
  if (modelHash !== known.modelHash) {
    throw new ProblemError("known-answer-outdated", "The known answer belongs to another version of the model", "Write it anew: npm run known-answers", { file: `models/${known.modelId}/${KNOWN_ANSWER_FILE}` });
  }
  const difference = largestDifference(outputs, known.outputs);
  return { isRight: difference <= known.tolerance, largestDifference: difference, backend };
}

const shareText = (share: number): string => (Number.isFinite(share) ? `${(share * 100).toPrecision(2)} %` : "numbers that are missing");
