/**
 * npm run evaluate -- heart-rate FILE [--json] [--write-cards]: measures every detector as shipped on a labelled heart-rate file.
 * npm run evaluate -- beats FILE [--model ID] [--json] [--write-cards]: the same for models of single beats.
 */
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import { encodeCard, type BeatModelCard, type ModelCard } from "../src/models/card.ts";
import { BEAT_MODELS, DETECTORS } from "../src/models/catalog.ts";
import { beatEvaluationText } from "../src/models/evaluation/beat-evaluation-text.ts";
import { evaluateBeats } from "../src/models/evaluation/evaluate-beats.ts";
import { evaluate } from "../src/models/evaluation/evaluate.ts";
import { evaluationText } from "../src/models/evaluation/evaluation-text.ts";
import { measuredBeatCard } from "../src/models/evaluation/measured-beat-card.ts";
import { measuredCard } from "../src/models/evaluation/measured-card.ts";
import { readBeats } from "./lib/read-beats.ts";
import { readTable } from "./lib/read-table.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run evaluate -- heart-rate FILE [--json] [--write-cards], or beats FILE [--model ID] [--json] [--write-cards]";
const options = { signal: new AbortController().signal, onProgress: () => undefined, readArtifact: readArtifactsFrom(SHIPPED_MODELS) };

type Arguments = ReturnType<typeof readArguments>;

await runMain(main);

async function main(): Promise<void> {
  const given = readArguments();
  installBackends(nodeWasmPaths);
  process.stdout.write(`${given.kind === "beats" ? await measureBeatFile(given) : await measureHeartRateFile(given)}\n`);
}

async function measureHeartRateFile({ path, name, json, writeCards }: Arguments): Promise<string> {
  const evaluation = await evaluate(await readTable(path, options), { ...options, detectors: DETECTORS });
  if (writeCards) {
    const data = { ...evaluation.data, name };
    for (const figures of evaluation.detectors) await updateCard<ModelCard>(figures.id, (card) => measuredCard(card, figures, data));
  }
  return json ? JSON.stringify(evaluation, null, 2) : evaluationText(evaluation);
}

async function measureBeatFile({ path, name, modelId, json, writeCards }: Arguments): Promise<string> {
  const evaluation = await evaluateBeats(await readBeats(path, options), { ...options, models: BEAT_MODELS, modelId });
  if (writeCards) {
    const data = { ...evaluation.data, name };
    for (const figures of evaluation.models) await updateCard<BeatModelCard>(figures.id, (card) => measuredBeatCard(card, figures, data));
  }
  return json ? JSON.stringify(evaluation, null, 2) : beatEvaluationText(evaluation);
}

function readArguments() {
  const flags = { model: { type: "string" }, json: { type: "boolean", default: false }, "write-cards": { type: "boolean", default: false } } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ allowPositionals: true, options: flags }), USAGE);
  const [kind, file] = positionals;
  if ((kind !== "heart-rate" && kind !== "beats") || positionals.length !== 2) {
    throw new ProblemError("usage", "one file of heart rates or of beats is measured at a time", `Usage: ${USAGE}`);
  }
  if (kind === "heart-rate" && values.model !== undefined) throw new ProblemError("usage", "a heart-rate file is measured with every detector", `Usage: ${USAGE}`);
  // npm runs scripts in the project's folder; the path is meant from where the user stands.
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  return {
    kind,
    path,
    /** what cards call the data, as in "heart-rate/test" */
    name: `${basename(dirname(path))}/${basename(path, extname(path))}`,
    modelId: values.model ?? null,
    json: values.json,
    writeCards: values["write-cards"],
  };
}

async function updateCard<Card extends ModelCard | BeatModelCard>(id: string, measured: (card: Card) => Card): Promise<void> {
  const path = join(SHIPPED_MODELS, id, "card.json");
  await writeFile(path, encodeCard(measured(JSON.parse(await readFile(path, "utf8")) as Card)));
}
