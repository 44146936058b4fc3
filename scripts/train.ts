/** npm run train -- heart-rate --data DIR [--model ID] [--out FOLDER] [--date YYYY-MM-DD]: trains the shipped detectors. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ProblemError } from "../src/ecg/problem.ts";
import type { JobControl } from "../src/ecg/progress.ts";
import { SHIPPED_MODELS } from "../src/models/artifacts/node-artifacts.ts";
import { sha256 } from "../src/models/artifacts/sha256.ts";
import { installBackends } from "../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../src/models/backends/node-wasm-paths.ts";
import type { DetectorId } from "../src/models/detector.ts";
import type { HeartRateTrainingData, TrainModel } from "../src/models/training/train-model.ts";
import { readTable } from "./lib/read-table.ts";
import { parseOrExplain, runMain } from "./lib/run-main.ts";

const USAGE = "npm run train -- heart-rate --data DIR [--model ID] [--out FOLDER] [--date YYYY-MM-DD]";

const TRAINERS: Readonly<Record<DetectorId, () => Promise<{ readonly train: TrainModel }>>> = {
  "rolling-median": () => import("../src/models/rolling-median/train.ts"),
  "isolation-forest": () => import("../src/models/isolation-forest/train.ts"),
  "dense-autoencoder": () => import("../src/models/dense-autoencoder/train.ts"),
  "heart-rate-cnn": () => import("../src/models/heart-rate-cnn/train.ts"),
};

const quietly: JobControl = { signal: new AbortController().signal, onProgress: () => undefined };

await runMain(main);

async function main(): Promise<void> {
  const { folder, ids, out, date } = readArguments();
  installBackends(nodeWasmPaths);
  const data: HeartRateTrainingData = {
    labelled: await readTable(join(folder, "labelled.csv"), quietly),
    train: await readTable(join(folder, "train.csv"), quietly),
    date,
  };
  const hashes: string[] = [];
  for (const id of ids) {
    const { train } = await TRAINERS[id]();
    const files = await train(data, progressLines());
    await mkdir(join(out, id), { recursive: true });
    for (const [name, bytes] of files) {
      await writeFile(join(out, id, name), bytes);
      hashes.push(`${await sha256(bytes)}  ${id}/${name}`);
    }
  }
  console.log(`\nSHA-256 of the files in ${out}\n${hashes.join("\n")}`);
  console.log("\nThe cards have no figures yet: npm run evaluate -- heart-rate FILE --write-cards");
}

function readArguments() {
  const options = {
    data: { type: "string" },
    model: { type: "string" },
    out: { type: "string" },
    date: { type: "string", default: new Date().toISOString().slice(0, 10) },
  } as const;
  const { positionals, values } = parseOrExplain(() => parseArgs({ allowPositionals: true, options }), USAGE);
  const { data, model, out, date } = values;
  if (positionals.join() !== "heart-rate" || data === undefined) throw new ProblemError("usage", "it is not said what to train on", `Usage: ${USAGE}`);
  const ids = Object.keys(TRAINERS) as DetectorId[];
  if (model !== undefined && !ids.some((id) => id === model)) {
    throw new ProblemError("unknown-model", `there is no detector “${model}”`, `Choose one of ${ids.join(", ")}`);
  }
  // npm runs scripts in the project's folder; paths are meant from where the user stands.
  const fromUser = (path: string) => resolve(process.env.INIT_CWD ?? ".", path);
  return {
    folder: [fromUser(join(data, "heart-rate")), fromUser(data)].find(existsSync) ?? fromUser(data),
    out: out === undefined ? SHIPPED_MODELS : fromUser(out),
    date,
    ids: model === undefined ? ids : ids.filter((id) => id === model),
  };
}

/** One line for each new stage (an epoch, mostly), with the time left if every epoch is needed. */
function progressLines(): JobControl {
  let startMs = performance.now();
  let printed = "";
  return {
    ...quietly,
    onProgress({ stage, done, total }) {
      if (done === 0) startMs = performance.now();
      if (stage === printed) return;
      printed = stage;
      const leftS = ((performance.now() - startMs) / 1000 / done) * (total - done);
      console.log(done === 0 || done === total ? stage : `${stage}; at most ${Math.ceil(leftS)} s left`);
    },
  };
}
