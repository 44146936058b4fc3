import { ProblemError } from "../ecg/problem.ts";
import { ALL_MODELS } from "../models/catalog.ts";
import type { CallParts } from "./calls/call-parts.ts";
import { checkFile } from "./calls/check-file.ts";
import { checkSummary } from "../ui/export/check-summary.ts";
import { describeModels, summarizeModel } from "./calls/models.ts";
import { predict } from "./calls/predict.ts";
import { follow } from "./calls/subscriptions.ts";
import { toCallError } from "./call-error.ts";
import { modelSummarySchema, noInputSchema, subscribeSchema } from "./schemas/call-message.ts";
import { readInput } from "./schemas/read-input.ts";
import type { CallName, IsolineEvent } from "./types.ts";

/** The calls for one caller, named in the log: input unchecked, results plain JSON. Each rejects with a CallError. */
export type Calls = ReturnType<typeof createCalls>;

export function createCalls(parts: CallParts, caller: string) {
  const noted = (call: CallName, modelId = "") => note(parts, { call, caller, modelId });

  /** Logged before it is begun, so that none goes without a trace; whatever goes wrong is a CallError. */
  async function answered<Result>(call: CallName, input: unknown, work: () => Promise<Result>): Promise<Result> {
    try {
      await noted(call, namedModel(input));
      return await work();
    } catch (cause) {
      throw toCallError(cause);
    }
  }

  return {
    models: (input?: unknown) => answered("models", input, async () => {
      readInput(noInputSchema, input);
      return describeModels();
    }),
    modelSummary: (input: unknown) => answered("modelSummary", input, () => summarizeModel(readInput(modelSummarySchema, input).model, parts)),
    predict: (input: unknown) => answered("predict", input, () => predict(input, parts)),
    checkFile: (input: unknown) => answered("checkFile", input, async () => checkSummary((await checkFile(input, parts)).record)),
    subscribe: (input: unknown, listener: (event: IsolineEvent) => void) => answered("subscribe", input, () => follow(readInput(subscribeSchema, input), parts, listener)),
  };
}

async function note({ repository }: CallParts, { call, caller, modelId }: { readonly call: CallName; readonly caller: string; readonly modelId: string }): Promise<void> {
  try {
    await repository.log.note({ action: "call", what: `${caller} called ${call}`, modelId, details: { call, caller } });
  } catch (cause) {
    // Where there is no storage at all there is no log either, and nothing but this page can call.
    if (!(cause instanceof ProblemError && cause.code === "store-missing")) throw cause;
  }
}

/** Of any input, checked or not; "" where no model has the name: the log is looked up by it, in the clear. */
function namedModel(input: unknown): string {
  if (typeof input !== "object" || input === null || !("model" in input)) return "";
  return ALL_MODELS.find(({ id }) => id === input.model)?.id ?? "";
}
