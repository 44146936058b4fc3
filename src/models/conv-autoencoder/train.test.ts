import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { BeatTable } from "../../ecg/beats/table.ts";
import { quantile } from "../../ecg/numeric/quantile.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { BeatModelCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { meta } from "./meta.ts";
import { train } from "./train.ts";

const SHORT = { epochs: 6, patience: 6, folds: 2, learningRate: 0.01 };

let sample: BeatTable;
let files: Map<string, Uint8Array>;

const trainOn = (table: BeatTable, parameters: Record<string, number | string>, rest: BeatTable | null = null) =>
  train({ train: table, rest, date: "2026-11-21" }, { ...quietControl(), parameters, checkpoints: null });

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await chooseBackend();
  sample = await readSampleBeats("ecg5000.tsv");
  files = await trainOn(sample, SHORT);
}, 120_000);

const errorsIn = (trained: Map<string, Uint8Array>): Float32Array => new Float32Array(new Uint8Array(trained.get("validation-errors.bin") ?? []).buffer);
const cardIn = (trained: Map<string, Uint8Array>): BeatModelCard => JSON.parse(new TextDecoder().decode(trained.get("card.json"))) as BeatModelCard;

describe("training the convolutional autoencoder on few beats", () => {
  it("has an error on each normal beat by a network that has not learnt from it, half of them below 50", () => {
    expect(errorsIn(files)).toHaveLength(145);
    expect(quantile(errorsIn(files), 0.5)).toBeLessThan(50); // of about 80 for drawing nothing
  });

  it("gives the same bytes again, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    expect(await trainOn(sample, SHORT)).toEqual(files);
    expect(tf.memory().numTensors).toBe(before);
  }, 120_000);

  it("says in the card what it learnt from, and where the threshold is cut", () => {
    expect(cardIn(files)).toMatchObject({ id: meta.id, trainedOn: { name: "ECG5000_TRAIN", sha256: sample.files[0].sha256, rows: 290 }, parameters: SHORT, metrics: [] });
    expect(cardIn(files).threshold).toBeCloseTo(quantile(errorsIn(files), 0.96), 6);
  });

  it("learns from the tutorial's split where asked to", async () => {
    const trained = await trainOn(sample, { trainOn: "tutorial", epochs: 1 }, sample);
    expect(errorsIn(trained)).toHaveLength(29); // 10 % of the 290 normal beats of both files
    expect(cardIn(trained).split).toContain("246 trained the network and 29 others chose the epoch (1 of 1)");
  }, 60_000);
});

it("is refused on beats without labels", async () => {
  const unlabelled = { ...sample, beats: { ...sample.beats, scheme: null } };
  await expect(trainOn(unlabelled, SHORT)).rejects.toMatchObject({ code: "unfit-training-data" });
});
