/** npm run train -- MODEL --data DIR: trains shipped models on the device, as the app would; see scripts/lib/training-arguments.ts. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Recording } from "../src/ecg/recording/recording.ts";
import { bestMetrics } from "../src/lifecycle/runs/best-metrics.ts";
import { filesHash } from "../src/models/artifacts/files-hash.ts";
import { sha256 } from "../src/models/artifacts/sha256.ts";
import { chooseBackend } from "../src/models/backends/choose-backend.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import type { BeatModelMeta } from "../src/models/beat-model.ts";
import { defaultParameters, type ParameterValues } from "../src/models/detector.ts";
import type { ModelId } from "../src/models/model-id.ts";
import { BEAT_TRAINERS, DETECTOR_TRAINERS } from "../src/models/trainers.ts";
import type { OnEpoch } from "../src/models/training/fit.ts";
import type { BeatTrainingData } from "../src/models/training/train-beat-model.ts";
import type { HeartRateTrainingData } from "../src/models/training/train-model.ts";
import { fileCheckpoints, type FileCheckpoints } from "./lib/file-checkpoints.ts";
import { progressLines } from "./lib/progress-lines.ts";
import { readBeats } from "./lib/read-beats.ts";
import { openPtbXl } from "./lib/read-ptb-xl.ts";
import { readTable } from "./lib/read-table.ts";
import { readWfdbRecord } from "./lib/read-wfdb.ts";
import { runMain } from "./lib/run-main.ts";
import { cardFacts } from "./lib/train/card-facts.ts";
import { recorded, type RunBeginning } from "./lib/train/run-recorder.ts";
import { beatFacts, heartRateFacts, recordingFacts, twelveLeadFacts } from "./lib/train/training-facts.ts";
import { readTrainingArguments, type TrainingArguments } from "./lib/training-arguments.ts";

/** Computed without TensorFlow. */
const IN_JAVASCRIPT: ReadonlySet<ModelId> = new Set<ModelId>(["rolling-median", "isolation-forest", "boosted-trees"]);

/** How a model's cards get their figures. */
function evaluationOf({ models }: TrainingArguments): string {
  switch (models.kind) {
    case "detectors":
      return "heart-rate FILE";
    case "beats":
      return "beats FILE";
    case "recordings":
      return { arrhythmia: "recordings DIR", "twelve-lead": "twelve-lead DIR --folds 9" }[models.meta.id];
  }
}

const quietly = { ...progressLines(), onProgress: () => undefined };

await runMain(main);

async function main(): Promise<void> {
  const training = readTrainingArguments();
  installBackends(nodeWasmPaths);
  console.log(`\nSHA-256 of the files in ${training.out}\n${(await trainModels(training)).join("\n")}`);
  console.log(`\nThe runs are in ${training.runs}, as an MLflow file store; the app imports it under Models, Runs.`);
  console.log(`\nThe cards have no figures yet: npm run evaluate -- ${evaluationOf(training)} --write-cards`);
}

function trainModels(training: TrainingArguments): Promise<string[]> {
  switch (training.models.kind) {
    case "detectors":
      return trainDetectors(training);
    case "beats":
      return trainBeatModel(training, training.models.meta);
    case "recordings":
      return { arrhythmia: trainArrhythmia, "twelve-lead": trainTwelveLead }[training.models.meta.id](training);
  }
}

async function trainDetectors({ models, find, out, date, runs }: TrainingArguments): Promise<string[]> {
  const data: HeartRateTrainingData = {
    labelled: await readTable(find("heart-rate", "labelled.csv"), quietly),
    train: await readTable(find("heart-rate", "train.csv"), quietly),
    date,
  };
  const hashes: string[] = [];
  for (const { id } of models.kind === "detectors" ? models.metas : []) {
    const { train, SETTINGS } = await DETECTOR_TRAINERS[id]();
    const beginning = { modelId: id, parameters: { ...SETTINGS }, data: await heartRateFacts(id, data, SETTINGS?.seed ?? 0), isInParts: id === "heart-rate-cnn" };
    hashes.push(...(await writeFiles(join(out, id), id, await asRun(runs, beginning, (onEpoch) => train(data, { ...progressLines(), onEpoch })))));
  }
  return hashes;
}

async function trainArrhythmia({ models, find, parameters, out, checkpoints, date, runs }: TrainingArguments): Promise<string[]> {
  const id: ModelId = "arrhythmia";
  const all = withDefaults(models, parameters);
  const { DS1 } = await import("../src/models/arrhythmia/training-records.ts");
  const records = new Map<string, Recording>();
  for (const record of DS1) records.set(record, await readWfdbRecord(dirname(find("mitdb", `${record}.hea`)), record, quietly));
  const stores = new Map<number, FileCheckpoints>();
  const storeOf = (member: number) => {
    const store = fileCheckpoints(join(checkpoints, id, `member-${member}`));
    stores.set(member, store);
    return store;
  };
  const { annotatedLeads, train } = await import("../src/models/arrhythmia/train.ts");
  const { leads, hashes: ofFiles } = annotatedLeads(records);
  const beginning = { modelId: id, parameters: all, data: await recordingFacts(records, Number(all.seed)), isInParts: true };
  const files = await asRun(runs, beginning, (onEpoch) => train({ leads, source: { name: "mitdb/DS1", records: ofFiles }, date }, { ...progressLines(), parameters, checkpoints: storeOf, onEpoch }));
  const hashes = await writeFiles(join(out, id), id, files);
  await Promise.all([...stores.values()].map((store) => store.remove()));
  return hashes;
}

async function trainBeatModel({ models, find, parameters, out, checkpoints, date, runs }: TrainingArguments, meta: BeatModelMeta): Promise<string[]> {
  const { id, samplesPerBeat } = meta;
  const data = await readBeatTrainingData(find, samplesPerBeat, date);
  const all = withDefaults(models, parameters);
  const store = fileCheckpoints(join(checkpoints, id));
  const { train } = await BEAT_TRAINERS[id]();
  const beginning = { modelId: id, parameters: all, data: await beatFacts(meta, data, all), isInParts: false };
  const files = await asRun(runs, beginning, (onEpoch) => train(data, { ...progressLines(), parameters, checkpoints: store, onEpoch }));
  const hashes = await writeFiles(join(out, id), id, files);
  await store.remove();
  return hashes;
}

async function trainTwelveLead({ models, find, parameters, out, date, runs }: TrainingArguments): Promise<string[]> {
  const data = { ...(await openPtbXl(dirname(find("ptb-xl", "ptbxl_database.csv")), null)), name: "ptb-xl", date };
  const all = withDefaults(models, parameters);
  const { train } = await import("../src/models/twelve-lead/train.ts");
  const beginning = { modelId: "twelve-lead", parameters: all, data: twelveLeadFacts(data, Number(all.seed)), isInParts: true } as const;
  const files = await asRun(runs, beginning, (onEpoch) => train(data, { ...progressLines(), parameters, onEpoch }));
  return writeFiles(join(out, "twelve-lead"), "twelve-lead", files);
}

/** What a training gives, kept as a run with what its card says. */
async function asRun(runs: string, beginning: Omit<RunBeginning, "modelId"> & { readonly modelId: ModelId }, train: (onEpoch: OnEpoch) => Promise<Map<string, Uint8Array>>): Promise<ReadonlyMap<string, Uint8Array>> {
  const { data, modelId, isInParts } = beginning;
  const { files } = await recorded(runs, beginning, async (onEpoch, epochs) => {
    const trained = await train(onEpoch);
    const { parameters, split, rows, metrics } = cardFacts(trained);
    const own = Object.fromEntries([...trained].map(([name, bytes]) => [name, new Uint8Array(bytes)]));
    return {
      parameters: { ...beginning.parameters, ...parameters },
      // Twelve-lead records are counted as they are read.
      data: modelId === "twelve-lead" ? { ...data, rows, split: { ...data.split, training: rows } } : data,
      backend: IN_JAVASCRIPT.has(modelId) ? "JavaScript" : (await chooseBackend()).name,
      metrics: { ...(isInParts ? {} : bestMetrics(epochs())), ...metrics },
      note: split,
      sha256: await filesHash(own),
      files: own,
    };
  });
  return new Map(Object.entries(files));
}

function withDefaults(models: TrainingArguments["models"], parameters: ParameterValues): ParameterValues {
  return models.kind === "detectors" ? parameters : { ...defaultParameters({ parameters: models.meta.training }), ...parameters };
}

async function readBeatTrainingData(find: TrainingArguments["find"], samplesPerBeat: number, date: string): Promise<BeatTrainingData> {
  if (samplesPerBeat === 187) return { train: await readBeats(find("heartbeat", "mitbih_train.csv"), quietly), rest: null, date };
  const test = find("ECG5000", "ECG5000_TEST.tsv");
  return { train: await readBeats(find("ECG5000", "ECG5000_TRAIN.tsv"), quietly), rest: existsSync(test) ? await readBeats(test, quietly) : null, date };
}

/** Returns a line for each file with its hash. */
async function writeFiles(folder: string, id: string, files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const hashes: string[] = [];
  for (const [name, bytes] of files) {
    await writeFile(join(folder, name), bytes);
    hashes.push(`${await sha256(bytes)}  ${id}/${name}`);
  }
  return hashes;
}
