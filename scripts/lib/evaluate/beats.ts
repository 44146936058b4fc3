import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../../../src/ecg/problem.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import type { BeatModelCard } from "../../../src/models/card.ts";
import { BEAT_MODELS } from "../../../src/models/catalog.ts";
import { beatEvaluationText } from "../../../src/models/evaluation/beat-evaluation-text.ts";
import { evaluateBeats } from "../../../src/models/evaluation/evaluate-beats.ts";
import { measuredBeatCard } from "../../../src/models/evaluation/measured-beat-card.ts";
import { fromUser } from "../from-user.ts";
import { readBeats } from "../read-beats.ts";
import { parseOrExplain } from "../run-main.ts";
import { dataName, updateCard } from "./update-card.ts";

const USAGE = "npm run evaluate -- beats FILE [--model ID] [--models FOLDER] [--json] [--write-cards]; FOLDER is where npm run train --out put models";

/** Models of single beats, as shipped or as trained into a folder, on a labelled file of beats. */
export async function measureBeatFile(args: readonly string[]): Promise<string> {
  const { path, modelId, folder, json, writeCards } = readArguments(args);
  installBackends(nodeWasmPaths);
  const options = { signal: new AbortController().signal, onProgress: () => undefined, readArtifact: readArtifactsFrom(folder) };
  const models = BEAT_MODELS.filter(({ id }) => existsSync(join(folder, id)));
  const evaluation = await evaluateBeats(await readBeats(path, options), { ...options, models, modelId });
  if (writeCards) {
    const data = { ...evaluation.data, name: dataName(path) };
    for (const figures of evaluation.models) await updateCard<BeatModelCard>(folder, figures.id, (card) => measuredBeatCard(card, figures, data));
  }
  return json ? JSON.stringify(evaluation, null, 2) : beatEvaluationText(evaluation);
}

function readArguments(args: readonly string[]) {
  const options = {
    model: { type: "string" },
    models: { type: "string" },
    json: { type: "boolean", default: false },
    "write-cards": { type: "boolean", default: false },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ args: [...args], allowPositionals: true, options }), USAGE);
  if (positionals.length !== 1) throw new ProblemError("usage", "one file of beats is measured at a time", `Usage: ${USAGE}`);
  return {
    path: fromUser(positionals[0]),
    modelId: values.model ?? null,
    folder: values.models === undefined ? SHIPPED_MODELS : fromUser(values.models),
    json: values.json,
    writeCards: values["write-cards"],
  };
}
