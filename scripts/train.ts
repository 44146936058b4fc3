/** npm run train -- MODEL --data DIR: trains shipped models on the device, as the app would; see scripts/lib/training-arguments.ts. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Recording } from "../src/ecg/recording/recording.ts";
import { sha256 } from "../src/models/artifacts/sha256.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import type { BeatModelId, BeatModelMeta } from "../src/models/beat-model.ts";
import type { DetectorId } from "../src/models/detector.ts";
import type { BeatTrainingData, TrainBeatModel } from "../src/models/training/train-beat-model.ts";
import type { HeartRateTrainingData, TrainModel } from "../src/models/training/train-model.ts";
import { fileCheckpoints, type FileCheckpoints } from "./lib/file-checkpoints.ts";
import { progressLines } from "./lib/progress-lines.ts";
import { readBeats } from "./lib/read-beats.ts";
import { openPtbXl } from "./lib/read-ptb-xl.ts";
import { readTable } from "./lib/read-table.ts";
import { readWfdbRecord } from "./lib/read-wfdb.ts";
import { runMain } from "./lib/run-main.ts";
import { readTrainingArguments, type TrainingArguments } from "./lib/training-arguments.ts";

const DETECTOR_TRAINERS: Readonly<Record<DetectorId, () => Promise<{ readonly train: TrainModel }>>> = {
  "rolling-median": () => import("../src/models/rolling-median/train.ts"),
  "isolation-forest": () => import("../src/models/isolation-forest/train.ts"),
  "dense-autoencoder": () => import("../src/models/dense-autoencoder/train.ts"),
  "heart-rate-cnn": () => import("../src/models/heart-rate-cnn/train.ts"),
};

const BEAT_TRAINERS: Readonly<Record<BeatModelId, () => Promise<{ readonly train: TrainBeatModel }>>> = {
  "beat-cnn": () => import("../src/models/beat-cnn/train.ts"),
  "lstm-fcn": () => import("../src/models/lstm-fcn/train.ts"),
  "boosted-trees": () => import("../src/models/boosted-trees/train.ts"),
  "conv-autoencoder": () => import("../src/models/conv-autoencoder/train.ts"),
  "lstm-autoencoder": () => import("../src/models/lstm-autoencoder/train.ts"),
};

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

async function trainDetectors({ models, find, out, date }: TrainingArguments): Promise<string[]> {
  const data: HeartRateTrainingData = {
    labelled: await readTable(find("heart-rate", "labelled.csv"), quietly),
    train: await readTable(find("heart-rate", "train.csv"), quietly),
    date,
  };
  const hashes: string[] = [];
  for (const { id } of models.kind === "detectors" ? models.metas : []) {
    const { train } = await DETECTOR_TRAINERS[id]();
    hashes.push(...(await writeFiles(join(out, id), id, await train(data, progressLines()))));
  }
  return hashes;
}

async function trainArrhythmia({ find, parameters, out, checkpoints, date }: TrainingArguments): Promise<string[]> {
  const id = "arrhythmia";
  const { DS1 } = await import("../src/models/arrhythmia/training-records.ts");
  const records = new Map<string, Recording>();
  for (const record of DS1) records.set(record, await readWfdbRecord(dirname(find("mitdb", `${record}.hea`)), record, quietly));
  const stores = new Map<number, FileCheckpoints>();
  const storeOf = (member: number) => {
    const store = fileCheckpoints(join(checkpoints, id, `member-${member}`));
    stores.set(member, store);
    return store;
  };
  const { train } = await import("../src/models/arrhythmia/train.ts");
  const hashes = await writeFiles(join(out, id), id, await train({ records, date }, { ...progressLines(), parameters, checkpoints: storeOf }));
  await Promise.all([...stores.values()].map((store) => store.remove()));
  return hashes;
}

async function trainBeatModel({ find, parameters, out, checkpoints, date }: TrainingArguments, { id, samplesPerBeat }: BeatModelMeta): Promise<string[]> {
  const data = await readBeatTrainingData(find, samplesPerBeat, date);
  const store = fileCheckpoints(join(checkpoints, id));
  const { train } = await BEAT_TRAINERS[id]();
  const files = await train(data, { ...progressLines(), parameters, checkpoints: store });
  const hashes = await writeFiles(join(out, id), id, files);
  await store.remove();
  return hashes;
}

async function trainTwelveLead({ find, parameters, out, date }: TrainingArguments): Promise<string[]> {
  const data = await openPtbXl(dirname(find("ptb-xl", "ptbxl_database.csv")), null);
  const { train } = await import("../src/models/twelve-lead/train.ts");
  const files = await train({ ...data, name: "ptb-xl", date }, { ...progressLines(), parameters });
  return writeFiles(join(out, "twelve-lead"), "twelve-lead", files);
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
