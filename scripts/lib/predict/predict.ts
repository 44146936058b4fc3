import { ProblemError, toProblem } from "../../../src/ecg/problem.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import { answerInput } from "./answer-input.ts";
import { answerPath, exists, writeWhole } from "./answer-file.ts";
import { readPredictArguments, type PredictArguments } from "./predict-arguments.ts";
import { predictInputs, shardOf, type PredictInput } from "./predict-inputs.ts";

const control = { signal: new AbortController().signal, onProgress: () => undefined };

export interface PredictStreams {
  readonly print: (text: string) => void;
  /** of what went wrong, a line an input */
  readonly complain: (line: string) => void;
}

/** Answers every input of this run's shard that has no answer yet, one after another. The number of inputs that could not be answered. */
export async function predict(args: readonly string[], { print, complain }: PredictStreams): Promise<number> {
  const wanted = await readPredictArguments(args);
  const inputs = shardOf(await predictInputs(wanted.paths), wanted.shard);
  if (wanted.out === null && wanted.format === "csv" && inputs.length > 1) {
    throw new ProblemError("usage", "several tables do not fit into one", "Give --out DIR, which takes a file for each, or leave out --csv");
  }
  installBackends(nodeWasmPaths);
  let failed = 0;
  for (const input of inputs) {
    if (wanted.out !== null && (await exists(answerPath(wanted.out, input, wanted.format)))) continue;
    try {
      const content = await answer(input, wanted);
      if (wanted.out === null) print(await content.text());
      else await writeWhole(wanted.out, answerPath(wanted.out, input, wanted.format), content);
    } catch (cause) {
      failed++;
      complain(`${input.asked}: ${toProblem(cause).sentence}`);
    }
  }
  return failed;
}

/** One line of JSON, or a CSV table. */
async function answer(input: PredictInput, wanted: PredictArguments): Promise<Blob> {
  const given = await answerInput(input, wanted, control);
  if (wanted.format === "csv") return given.csv(control);
  return new Blob([`${JSON.stringify({ input: input.name, model: wanted.model.id, ...(given.json() as object) })}\n`], { type: "application/json" });
}
