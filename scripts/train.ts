/** npm run train -- heart-rate --data DIR [--model ID] [--out FOLDER] [--date YYYY-MM-DD]: trains the shipped detectors. */
import { openAsBlob } from "node:fs";
import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { HeartRateTable } from "../src/ecg/heart-rate/table.ts";
import { ProblemError } from "../src/ecg/problem.ts";
import type { JobControl } from "../src/ecg/progress.ts";
import { readHeartRateFiles } from "../src/ecg/reading/read-heart-rate.ts";
import { SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { sha256 } from "../src/models/artifacts/sha256.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import type { TrainModel } from "../src/models/training/train-model.ts";

const USAGE = "npm run train -- heart-rate --data DIR [--model ID] [--out FOLDER] [--date YYYY-MM-DD]";

const TRAINERS: Readonly<Record<string, () => Promise<TrainModel>>> = {
  "dense-autoencoder": async () => (await import("../src/models/dense-autoencoder/train.ts")).train,
};

try {
  await main();
} catch (cause) {
  if (!(cause instanceof ProblemError)) throw cause;
  console.error(cause.sentence);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { data, ids, out, date } = readArguments();
  installBackends(nodeWasmPaths);
  const folder = (await exists(join(data, "heart-rate"))) ? join(data, "heart-rate") : data;
  const training = { labelled: await readTable(folder, "labelled.csv"), train: await readTable(folder, "train.csv"), date };

  const hashes: string[] = [];
  for (const id of ids) {
    const train = await TRAINERS[id]();
    const files = await train(training, printProgress());
    await mkdir(join(out, id), { recursive: true });
    for (const [name, bytes] of files) {
      await writeFile(join(out, id, name), bytes);
      hashes.push(`${await sha256(bytes)}  ${id}/${name}`);
    }
  }
  console.log(`\nWritten to ${out}, with their SHA-256:\n${hashes.join("\n")}`);
}

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: "string" },
      model: { type: "string" },
      out: { type: "string", default: SHIPPED_MODELS },
      date: { type: "string", default: new Date().toISOString().slice(0, 10) },
    },
  });
  const { data, model, out, date } = values;
  if (positionals.join() !== "heart-rate" || data === undefined) throw new ProblemError("usage", "the arguments do not say what to train on", `Usage: ${USAGE}`);
  if (model !== undefined && !(model in TRAINERS)) {
    throw new ProblemError("unknown-model", `there is no training for “${model}”`, `Choose one of ${Object.keys(TRAINERS).join(", ")}`);
  }
  return { data, out, date, ids: model === undefined ? Object.keys(TRAINERS) : [model] };
}

async function readTable(folder: string, name: string): Promise<HeartRateTable> {
  const file = new File([await openAsBlob(join(folder, name))], name);
  const outcome = await readHeartRateFiles([file], null, { signal: new AbortController().signal, onProgress: () => undefined });
  if (outcome.kind === "question") {
    throw new ProblemError("unclear-layout", outcome.question.reasons.join(" "), "Use the file as it is published", { file: name });
  }
  const { table } = outcome;
  console.log(`${name}: ${table.rows} rows of ${table.patients.length} patients`);
  return table;
}

/** One line for each new stage (an epoch, mostly), with the time left if every epoch is needed. */
function printProgress(): JobControl {
  let printed = "";
  let startMs = performance.now();
  let startDone = 0;
  return {
    signal: new AbortController().signal,
    onProgress({ stage, done, total }) {
      if (done < startDone || done === 0) [startMs, startDone] = [performance.now(), done];
      if (stage === printed) return;
      printed = stage;
      const leftS = ((performance.now() - startMs) / 1000 / Math.max(1, done - startDone)) * (total - done);
      console.log(done > startDone ? `${stage}; at most ${Math.ceil(leftS)} s left` : stage);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
