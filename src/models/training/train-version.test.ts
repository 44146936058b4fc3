import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { splitBeats } from "../../ecg/beats/split-beats.ts";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import { syntheticBeats, withOneEarly } from "../arrhythmia/testing.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { model as beatCnn } from "../beat-cnn/model.ts";
import type { ArrhythmiaCard, BeatModelCard } from "../card.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { readSampleTable } from "../fixtures/sample-table.ts";
import { trainVersion } from "./train-version.ts";
import type { LabelledBeats, LabelledRates, LabelledRecordings, ReachedEpoch, TrainRequest } from "./training-job.ts";

const SHORT = { epochs: 3, batchSize: 64, learningRate: 0.0005 };
let data: LabelledBeats;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  const { beats, files } = await readSampleBeats("heartbeats.csv");
  const few = { ...beats, count: 400, samples: beats.samples.slice(0, 400 * 187), label: beats.label.slice(0, 400), file: beats.file.slice(0, 400), line: beats.line.slice(0, 400) };
  data = { kind: "beats", beats: few, patient: new Uint32Array(400), split: splitBeats(few, 0.2, 1), name: "ward.csv", sha256: files[0].sha256, splitSentence: "No patient is on both sides." };
});

const requestOf = (change: Partial<TrainRequest> = {}): TrainRequest => ({
  modelId: "beat-cnn", parameters: SHORT, data, start: { version: 1, files: null }, checkpoint: null, finish: false, ...change,
});

async function trained(request: TrainRequest) {
  const epochs: ReachedEpoch[] = [];
  const version = await trainVersion(request, { ...quietControl(), readArtifact: readArtifactsFrom(SHIPPED_MODELS), onEpoch: (reached) => epochs.push(reached) });
  return { version, epochs };
}

describe("a version trained in the app", { timeout: 120_000 }, () => {
  it("starts from the champion's weights, and answers as a version does", async () => {
    const { version, epochs } = await trained(requestOf());
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    const scratch = await trained(requestOf({ start: null, parameters: { ...SHORT, epochs: 1 } }));
    expect(epochs[0].metrics["validation loss"]).toBeLessThan(scratch.epochs[0].metrics["validation loss"] / 2);
    const readArtifact = (path: string) => Promise.resolve(version.files[path.split("/")[1]].slice().buffer);
    const { outputs } = await beatCnn.run(data.beats, { ...quietControl(), parameters: {}, readArtifact });
    const right = data.split.validation.filter((beat) => outputs[beat * 5 + data.beats.label[beat]] > 0.5);
    expect(right.length / data.split.validation.length).toBeGreaterThan(0.9);
  });

  it("ends with the same files when it was taken up again after its second epoch", async () => {
    const whole = await trained(requestOf());
    const rest = await trained(requestOf({ checkpoint: whole.epochs[1].checkpoint }));
    expect(rest.epochs.map(({ epoch }) => epoch)).toEqual([3]);
    expect(rest.version.sha256).toBe(whole.version.sha256);
  });

  it("is made of the best weights so far when it is to finish, and refused before an epoch", async () => {
    const tensors = tf.memory().numTensors;
    const { epochs } = await trained(requestOf({ parameters: { ...SHORT, epochs: 2 } }));
    const { version } = await trained(requestOf({ parameters: { ...SHORT, epochs: 2 }, checkpoint: epochs[0].checkpoint, finish: true }));
    expect(Object.keys(version.files).sort()).toEqual(["card.json", "model.json", "reference.json", "weights.bin"]);
    await expect(trained(requestOf({ finish: true }))).rejects.toMatchObject({ code: "nothing-learnt" });
    expect(tf.memory().numTensors).toBe(tensors);
  });

  it("has a card that claims nothing of the published data", async () => {
    const { version } = await trained(requestOf({ parameters: { ...SHORT, epochs: 1 } }));
    const card = JSON.parse(new TextDecoder().decode(version.files["card.json"])) as BeatModelCard;
    expect(card).toMatchObject({ id: "beat-cnn", trainedOn: { name: "ward.csv", rows: 400 }, metrics: [] });
    expect(card.split).toBe("Trained in the app, from the weights of version 1: 320 labelled beats trained it and 80 others chose the epoch. No patient is on both sides.");
    expect(JSON.stringify(card)).not.toMatch(/MIT-BIH|test file/);
  });

  it("may be of heart rates, where there is something to learn from", async () => {
    const { patients, files } = await readSampleTable();
    const rates: LabelledRates = { kind: "heart-rate", patients, name: "ward.csv", sha256: files[0].sha256, splitSentence: "" };
    const { version } = await trained(requestOf({ modelId: "dense-autoencoder", data: rates, parameters: {}, start: null }));
    expect(JSON.parse(new TextDecoder().decode(version.files["card.json"]))).toMatchObject({ trainedOn: { name: "ward.csv", patients: patients.length }, metrics: null });
    const allAnomalous = patients.map((patient) => ({ ...patient, label: patient.label.map(() => 1) }));
    for (const [modelId, own] of [["isolation-forest", allAnomalous], ["heart-rate-cnn", patients.slice(0, 2)]] as const) {
      await expect(trained(requestOf({ modelId, data: { ...rates, patients: own }, parameters: {}, start: null }))).rejects.toMatchObject({ code: "unfit-training-data" });
    }
  });

  it("may be of trees or an autoencoder, but not of a model that cannot learn from beats", async () => {
    const trees = await trained(requestOf({ modelId: "boosted-trees", parameters: { rounds: 3, bins: 16, maxLeaves: 8 }, start: null }));
    expect(trees.epochs).toHaveLength(3);
    expect(trees.version).toMatchObject({ backend: "JavaScript" });
    await expect(trained(requestOf({ modelId: "rolling-median" }))).rejects.toMatchObject({ code: "not-trainable" });
    await expect(trained(requestOf({ modelId: "lstm-fcn", parameters: { filters: 16, epochs: 1 } }))).rejects.toMatchObject({ code: "unfit-start" });
  });

  it("may be of recordings: it goes on member by member after an interruption, and ends with the same files", async () => {
    const recordings = [10, 12, 14, 16, 18].map((early, i): LabelledLead => {
      const { lead, samplingRateHz, peakSample } = syntheticBeats({ beatsMs: withOneEarly(30, early), isVentricular: (beat) => beat === early });
      return { name: String(i), lead, samplingRateHz, peakSample: Uint32Array.from(peakSample), beatClass: Uint8Array.from(peakSample, (_, beat) => (beat === early ? 2 : 0)), isFibrillating: true };
    });
    const leads: LabelledRecordings = { kind: "recordings", recordings, name: "5 files", sha256: "ab", splitSentence: "By patient." };
    const request = requestOf({ modelId: "arrhythmia", data: leads, parameters: { epochs: 1, batchSize: 32 } });
    const whole = await trained(request);
    expect(whole.epochs.map(({ epoch }) => epoch)).toEqual(new Array(10).fill(1));
    expect(Object.keys(whole.epochs[3].metrics)).toContain("part 4/validation loss");
    const rest = await trained({ ...request, checkpoint: whole.epochs[6].checkpoint });
    expect(rest.epochs).toHaveLength(3);
    expect(rest.version.sha256).toBe(whole.version.sha256);
    expect(Object.keys(whole.version.files).sort()).toEqual(["card.json", "model.json", "reference.json", "weights.bin"]);
    const card = JSON.parse(new TextDecoder().decode(whole.version.files["card.json"])) as ArrhythmiaCard;
    expect(card).toMatchObject({ id: "arrhythmia", trainedOn: { name: "5 files", rows: 150, patients: 5, records: {} }, metrics: null });
    expect(card.split).toBe("Trained in the app, from the weights of version 1: 150 labelled beats of 5 recordings trained it. By patient.");
    expect(JSON.stringify(card)).not.toMatch(/MIT-BIH|DS1/);
    await expect(trained({ ...request, data: { ...leads, recordings: recordings.slice(1) } })).rejects.toMatchObject({ code: "unfit-training-data" });
  });
});
