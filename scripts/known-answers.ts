/** npm run known-answers [-- MODEL…]: writes public/models/<id>/known-answer.json for shipped models, all or those named, computed on the CPU from samples of the project. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ALL_MODELS } from "../src/models/catalog.ts";
import { rejectBackend } from "../src/models/backends/choose-backend.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import { float32Text } from "../src/ecg/export/float32-text.ts";
import { SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { answerKnownInput } from "../src/models/known-answers/answer-known-input.ts";
import { KNOWN_ANSWER_FILE, type KnownAnswer, type KnownInput } from "../src/models/known-answers/known-answer.ts";
import { nodeLoaders } from "../src/models/known-answers/node-loaders.ts";
import type { ModelId } from "../src/models/model-id.ts";
import { detectPeaks } from "../src/ecg/peaks/detect-peaks.ts";
import { openFiles } from "../src/ecg/reading/open-files.ts";
import { openFile } from "./lib/open-file.ts";
import { runMain } from "./lib/run-main.ts";

/** Single precision differs from backend to backend in the order of its sums; half precision would not pass. */
const TOLERANCE = { network: 1e-3, exact: 1e-6 } as const;
const EXACT: ReadonlySet<ModelId> = new Set(["rolling-median", "isolation-forest", "boosted-trees"]);

const BEATS = 8;
const ROWS = 120;
const LEAD_S = 20;

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const control = { signal: new AbortController().signal, onProgress: () => undefined };

await runMain(async () => {
  installBackends(nodeWasmPaths);
  await rejectBackend("the CPU is what the others are compared with");
  const wanted = process.argv.slice(2);
  for (const { id } of ALL_MODELS.filter((meta) => wanted.length === 0 || wanted.includes(meta.id))) {
    const input = await inputOf(id);
    const { outputs, modelHash, backend } = await answerKnownInput(id, input, { ...nodeLoaders, signal: control.signal });
    const known: KnownAnswer = {
      modelId: id, modelHash, tolerance: EXACT.has(id) ? TOLERANCE.exact : TOLERANCE.network, input,
      outputs: Array.from(outputs, (value) => (Number.isNaN(value) ? null : Number(float32Text(value)))),
    };
    await writeFile(`${SHIPPED_MODELS}${id}/${KNOWN_ANSWER_FILE}`, `${JSON.stringify(known)}\n`);
    console.log(`${id}: ${outputs.length} numbers, ${backend}`);
  }
});

async function inputOf(id: ModelId): Promise<KnownInput> {
  if (id === "twelve-lead") return twelveLeads();
  if (id === "arrhythmia") return lead();
  const meta = ALL_MODELS.find((each) => each.id === id);
  return meta !== undefined && "samplesPerBeat" in meta ? beats(meta.samplesPerBeat) : heartRates();
}

async function heartRates(): Promise<KnownInput> {
  const [first, ...lines] = (await readFile(path("public/samples/heart-rate.csv"), "utf8")).trim().split(/\r?\n/);
  const columns = first.split(",");
  const column = (name: string) => columns.indexOf(name);
  const rows = lines.map((line) => line.split(","));
  // Around the first anomaly.
  const from = Math.max(0, rows.findIndex((cells) => cells[column("label")] === "1") - ROWS / 2);
  const taken = rows.slice(from, from + ROWS);
  return { kind: "heart-rates", timeS: taken.map((cells) => Number(cells[column("timestamp")])), rateBpm: taken.map((cells) => Number(cells[column("heart_rate")])) };
}

/** Beats of the sample, evenly spaced over it. */
async function beats(samplesPerBeat: number): Promise<KnownInput> {
  const content = await openFiles([await openFile(path(`public/samples/${samplesPerBeat === 187 ? "heartbeats.csv" : "ecg5000.tsv"}`))], null, control);
  if (content.kind !== "table" || content.table.kind !== "beats") throw new Error("The sample does not hold beats.");
  const { count, samples } = content.table.beats;
  const taken = Array.from({ length: BEATS }, (_, i) => Math.floor((i * count) / BEATS));
  return { kind: "beats", samplesPerBeat, samples: taken.flatMap((beat) => Array.from(samples.subarray(beat * samplesPerBeat, (beat + 1) * samplesPerBeat), (value) => Number(float32Text(value)))) };
}

async function lead(): Promise<KnownInput> {
  const { leads: [{ samplesMv }], samplingRateHz } = await recording(["public/samples/recording.hea", "public/samples/recording.dat"]);
  const samplesUv = microvolts(samplesMv.subarray(0, LEAD_S * samplingRateHz));
  const peakSample = Array.from(detectPeaks(Float32Array.from(samplesUv, (value) => value / 1000), samplingRateHz));
  return { kind: "lead", samplingRateHz, samplesUv, peakSample };
}

async function twelveLeads(): Promise<KnownInput> {
  const folder = "src/models/twelve-lead/fixtures/00338_lr";
  const { leads, samplingRateHz } = await recording([`${folder}.hea`, `${folder}.dat`]);
  return { kind: "twelve-lead", samplingRateHz, leadsUv: leads.map(({ samplesMv }) => microvolts(samplesMv)), patient: { ageYears: 69, sex: "female", heightCm: null, weightKg: 86 } };
}

async function recording(names: readonly string[]) {
  const content = await openFiles(await Promise.all(names.map((name) => openFile(path(name)))), null, control);
  if (content.kind !== "recording") throw new Error(`${names[0]} does not hold a recording.`);
  return content.recording;
}

function microvolts(samplesMv: Float32Array): number[] {
  return Array.from(samplesMv, (value) => Math.round(value * 1000));
}
