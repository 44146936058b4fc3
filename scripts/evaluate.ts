/** npm run evaluate -- heart-rate FILE [--json] [--write-cards]: measures every detector as shipped on a labelled heart-rate file. */
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import { encodeCard, type ModelCard } from "../src/models/card.ts";
import { DETECTORS } from "../src/models/catalog.ts";
import { evaluate, type Evaluation } from "../src/models/evaluation/evaluate.ts";
import { evaluationText } from "../src/models/evaluation/evaluation-text.ts";
import { measuredCard } from "../src/models/evaluation/measured-card.ts";
import { readTable } from "./lib/read-table.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run evaluate -- heart-rate FILE [--json] [--write-cards]";
const control = { signal: new AbortController().signal, onProgress: () => undefined };

await runMain(main);

async function main(): Promise<void> {
  const { path, json, writeCards } = readArguments();
  installBackends(nodeWasmPaths);
  const table = await readTable(path, control);
  const evaluation = await evaluate(table, { ...control, detectors: DETECTORS, readArtifact: readArtifactsFrom(SHIPPED_MODELS) });
  if (writeCards) await updateCards(evaluation, `${basename(dirname(path))}/${basename(path, extname(path))}`);
  process.stdout.write(`${json ? JSON.stringify(evaluation, null, 2) : evaluationText(evaluation)}\n`);
}

function readArguments() {
  const options = { json: { type: "boolean", default: false }, "write-cards": { type: "boolean", default: false } } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ allowPositionals: true, options }), USAGE);
  const [kind, file] = positionals;
  if (kind !== "heart-rate" || positionals.length !== 2) throw new ProblemError("usage", "one heart-rate file is measured at a time", `Usage: ${USAGE}`);
  // npm runs scripts in the project's folder; the path is meant from where the user stands.
  return { path: resolve(process.env.INIT_CWD ?? ".", file), json: values.json, writeCards: values["write-cards"] };
}

async function updateCards({ data, detectors }: Evaluation, dataName: string): Promise<void> {
  for (const figures of detectors) {
    const path = join(SHIPPED_MODELS, figures.id, "card.json");
    const card = JSON.parse(await readFile(path, "utf8")) as ModelCard;
    await writeFile(path, encodeCard(measuredCard(card, figures, { ...data, name: dataName })));
  }
}
