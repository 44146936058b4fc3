import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { quantile } from "../../ecg/numeric/quantile.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { tutorialBeats } from "../beat-autoencoder/normal-beats.ts";
import type { BeatModelCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import type { BeatTrainingData } from "../training/train-beat-model.ts";
import { meta } from "./meta.ts";
import { train } from "./train.ts";

/** Small enough to be trained in a test. */
const SMALL = { units: 8, embedding: 4, epochs: 3, patience: 3, batchSize: 32, learningRate: 0.03 };

let sample: BeatTable;
let data: BeatTrainingData;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await chooseBackend();
  sample = await readSampleBeats("ecg5000.tsv");
  data = { train: sample, rest: sample, date: "2026-11-21" };
  files = await train(data, { ...quietControl(), parameters: SMALL, checkpoints: null });
}, 120_000);

const validationErrors = (): Float32Array => new Float32Array(new Uint8Array(files.get("validation-errors.bin") ?? []).buffer);

describe("training a small LSTM autoencoder on few beats", () => {
  it("redraws beats that it has not learnt from better than it started, which was to draw nothing", () => {
    const { validation } = tutorialBeats(data, meta);
    const start = validation.samples.reduce((sum, value) => sum + Math.abs(value), 0) / validation.count;
    const error = validationErrors().reduce((sum, value) => sum + value, 0) / validation.count;
    expect(error).toBeLessThan(0.97 * start);
  });

  it("gives the same bytes again, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const again = await train(data, { ...quietControl(), parameters: SMALL, checkpoints: null });
    expect(again).toEqual(files);
    expect(tf.memory().numTensors).toBe(before);
  }, 120_000);

  it("says in the card what it learnt from, and where the threshold is cut", () => {
    const card = JSON.parse(new TextDecoder().decode(files.get("card.json"))) as BeatModelCard;
    expect(card).toMatchObject({ id: meta.id, parameters: SMALL, metrics: [], date: "2026-11-21" });
    expect(card.trainedOn).toEqual({ name: "ECG5000 TRAIN and TEST", sha256: sample.files[0].sha256, rows: 580, furtherSha256: [sample.files[0].sha256] });
    expect(card.threshold).toBeCloseTo(quantile(validationErrors(), 0.98), 6);
    expect([...validationErrors()]).toEqual([...validationErrors()].sort((a, b) => a - b));
  });
});

it("is refused without the second file of ECG5000, and on beats of another length", async () => {
  const options = { ...quietControl(), parameters: SMALL, checkpoints: null };
  await expect(train({ ...data, rest: null }, options)).rejects.toMatchObject({ code: "unfit-training-data" });
  const heartbeats = await readSampleBeats("heartbeats.csv");
  await expect(train({ ...data, train: heartbeats }, options)).rejects.toThrow("LSTM autoencoder learns from beats of 140 samples");
});
