/** npm run evaluate -- heart-rate FILE [--json] [--write-cards]: measures every detector as shipped on a labelled heart-rate file. */
import { openAsBlob } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { HeartRateTable } from "../src/ecg/heart-rate/table.ts";
import { ProblemError, toProblem } from "../src/ecg/problem.ts";
import { readHeartRateFiles } from "../src/ecg/reading/read-heart-rate.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import { encodeCard, type ModelCard } from "../src/models/card.ts";
import { DETECTORS } from "../src/models/catalog.ts";
import { evaluate, type Evaluation } from "../src/models/evaluation/evaluate.ts";
import { evaluationText } from "../src/models/evaluation/evaluation-text.ts";
import { measuredCard } from "../src/models/evaluation/measured-card.ts";

const USAGE = "npm run evaluate -- heart-rate FILE [--json] [--write-cards]";
const control = { signal: new AbortController().signal, onProgress: () => undefined };

try {
  await main();
} catch (cause) {
  console.error(toProblem(cause).sentence);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { path, json, writeCards } = readArguments();
  installBackends(nodeWasmPaths);
  const table = await readTable(path);
  const evaluation = await evaluate(table, { ...control, detectors: DETECTORS, readArtifact: readArtifactsFrom(SHIPPED_MODELS) });
  if (writeCards) await updateCards(evaluation, `${basename(dirname(path))}/${basename(path, extname(path))}`);
  process.stdout.write(`${json ? JSON.stringify(evaluation, null, 2) : evaluationText(evaluation)}\n`);
}

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, "write-cards": { type: "boolean", default: false } },
  });
  const [kind, file] = positionals;
  if (kind !== "heart-rate" || positionals.length !== 2) throw new ProblemError("usage", "one heart-rate file is measured at a time", `Usage: ${USAGE}`);
  // npm runs scripts in the project's folder; the path is meant from where the user stands.
  return { path: resolve(process.env.INIT_CWD ?? ".", file), json: values.json, writeCards: values["write-cards"] };
}

async function readTable(path: string): Promise<HeartRateTable> {
  const file = new File([await openFile(path)], basename(path));
  const outcome = await readHeartRateFiles([file], null, control);
  if (outcome.kind !== "question") return outcome.table;
  const advice = "Name the columns timestamp, patient_id, heart_rate and label, and run this again";
  throw new ProblemError("unclear-layout", `it is not clear how the file is laid out: ${outcome.question.reasons.join(" ")}`, advice, { file: path });
}

async function openFile(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch (cause) {
    throw new ProblemError("no-such-file", "the file cannot be opened", "Check its path", { file: path }, { cause });
  }
}

async function updateCards({ data, detectors }: Evaluation, dataName: string): Promise<void> {
  for (const figures of detectors) {
    const path = join(SHIPPED_MODELS, figures.id, "card.json");
    const card = JSON.parse(await readFile(path, "utf8")) as ModelCard;
    await writeFile(path, encodeCard(measuredCard(card, figures, { ...data, name: dataName })));
  }
}
