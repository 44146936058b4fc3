import { parseArgs } from "node:util";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import type { ModelCard } from "../../../src/models/card.ts";
import { DETECTORS } from "../../../src/models/catalog.ts";
import { evaluate } from "../../../src/models/evaluation/evaluate.ts";
import { evaluationText } from "../../../src/models/evaluation/evaluation-text.ts";
import { measuredCard } from "../../../src/models/evaluation/measured-card.ts";
import { fromUser } from "../from-user.ts";
import { readTable } from "../read-table.ts";
import { parseOrExplain } from "../run-main.ts";
import { dataName, updateCard } from "./update-card.ts";

const USAGE = "npm run evaluate -- heart-rate FILE [--json] [--write-cards]";

/** Every detector as shipped, on a labelled heart-rate file. */
export async function measureHeartRate(args: readonly string[]): Promise<string> {
  const { path, json, writeCards } = readArguments(args);
  installBackends(nodeWasmPaths);
  const options = { signal: new AbortController().signal, onProgress: () => undefined, readArtifact: readArtifactsFrom(SHIPPED_MODELS) };
  const evaluation = await evaluate(await readTable(path, options), { ...options, detectors: DETECTORS });
  if (writeCards) {
    const data = { ...evaluation.data, name: dataName(path) };
    for (const figures of evaluation.detectors) await updateCard<ModelCard>(SHIPPED_MODELS, figures.id, (card) => measuredCard(card, figures, data));
  }
  return json ? JSON.stringify(evaluation, null, 2) : evaluationText(evaluation);
}

function readArguments(args: readonly string[]) {
  const options = { json: { type: "boolean", default: false }, "write-cards": { type: "boolean", default: false } } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  if (positionals.length !== 1) throw new ProblemError("usage", "one file of heart rates is measured at a time", `Usage: ${USAGE}`);
  return { path: fromUser(positionals[0]), json: values.json, writeCards: values["write-cards"] };
}
