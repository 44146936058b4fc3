import { readFile } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";
import { limitRatio, type DriftReport } from "../../ecg/drift/drift-report.ts";
import { seededRandom, sampleWithoutReplacement, type Random } from "../../ecg/numeric/random.ts";
import { detectPeaks } from "../../ecg/peaks/detect-peaks.ts";
import { readWfdb } from "../../ecg/reading/recording/wfdb/read-wfdb.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import type { BeatInput } from "../beat-model.ts";
import type { DetectorInput } from "../detector.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { readSampleTable } from "../fixtures/sample-table.ts";
import { beatDrift, rateDrift, recordingDrift, type DriftOptions } from "./measure-drift.ts";
import { referenceOf } from "./reference-of.ts";

// On a busy machine, calibrating takes seconds.
vi.setConfig({ testTimeout: 30_000 });

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = (modelId: DriftOptions["modelId"], change: Partial<DriftOptions> = {}): DriftOptions => ({ ...quietControl(), modelId, files: null, readArtifact, abstainBelow: null, ...change });

const artifactsOf = (files: { readonly "reference.json": Uint8Array<ArrayBuffer> }) => () => Promise.resolve(files["reference.json"].slice().buffer);

const farthest = (report: DriftReport | null) => Math.max(...(report?.features ?? []).map(limitRatio));

/** A stretch of a patient's rows. */
function stretch({ timeS, rateBpm, ...rest }: DetectorInput, random: Random, rows: number): DetectorInput {
  const from = random.integer(rateBpm.length - rows + 1);
  return { ...rest, timeS: timeS.slice(from, from + rows), rateBpm: rateBpm.slice(from, from + rows) };
}

const rowsOf = ({ samplesPerBeat, samples }: BeatInput, rows: Uint32Array): BeatInput => {
  const own = new Float32Array(rows.length * samplesPerBeat);
  rows.forEach((row, beat) => own.set(samples.subarray(row * samplesPerBeat, (row + 1) * samplesPerBeat), beat * samplesPerBeat));
  return { count: rows.length, samplesPerBeat, samples: own };
};

const changed = (beats: BeatInput, change: (value: number, index: number) => number): BeatInput => ({ ...beats, samples: beats.samples.map(change) });

describe("heart rates", () => {
  it("of patients nobody trained on are unlike in at most 5 % of 200 draws of one patient's stretch", async () => {
    const { patients } = await readSampleTable();
    const random = seededRandom(11);
    let alarms = 0;
    for (let draw = 0; draw < 200; draw++) {
      const own = stretch(patients[random.integer(patients.length)], random, 32 << random.integer(6));
      if ((await rateDrift([own], options("heart-rate-cnn")))?.isUnlike === true) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it("in another unit are unlike", async () => {
    const { patients } = await readSampleTable();
    const units: ((bpm: number) => number)[] = [(bpm) => 60 / bpm, (bpm) => 60_000 / bpm, (bpm) => bpm / 60];
    for (const model of ["heart-rate-cnn", "isolation-forest"] as const) {
      for (const toUnit of units) expect(await rateDrift(patients.map((patient) => ({ ...patient, rateBpm: patient.rateBpm.map(toUnit) })), options(model))).toMatchObject({ isUnlike: true });
    }
  });

  it("that came scaled, that are few, or for a version without a reference are not compared", async () => {
    const { patients: [patient] } = await readSampleTable();
    const given = { hrDiff: new Float64Array(patient.rateBpm.length), peakLabel: new Uint8Array(patient.rateBpm.length) };
    expect(await rateDrift([{ ...patient, given }], options("heart-rate-cnn"))).toBeNull();
    expect(await rateDrift([stretch(patient, seededRandom(1), 7)], options("heart-rate-cnn"))).toBeNull();
    expect(await rateDrift([patient], options("heart-rate-cnn", { files: { "model.json": new Uint8Array() } }))).toBeNull();
  });
});

describe("beats", () => {
  it("held back from training are unlike in at most 5 % of 200 draws", async () => {
    const { beats } = await readSampleBeats("heartbeats.csv");
    const random = seededRandom(13);
    let alarms = 0;
    for (let draw = 0; draw < 200; draw++) {
      const own = rowsOf(beats, sampleWithoutReplacement(random, beats.count, 8 << random.integer(6)));
      if ((await beatDrift(own, options("beat-cnn")))?.isUnlike === true) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it("of another gain, polarity or unit, with noise, stretched, or of another population are unlike", async () => {
    const random = seededRandom(2);
    const all = (await readSampleBeats("heartbeats.csv")).beats;
    const beats = rowsOf(all, sampleWithoutReplacement(random, all.count, 64));
    const { beats: other } = await readSampleBeats("ecg5000.tsv");
    const scaled = (value: number) => (value + 5) / 10;
    const drifted: Record<string, BeatInput> = {
      gain: changed(beats, (value) => 2 * value),
      inverted: changed(beats, (value) => (value === 0 ? 0 : 1 - value)),
      microvolts: changed(beats, (value) => 1000 * value),
      noise: changed(beats, (value) => value + 0.05 * random.normal()),
      "sampled twice as fast": changed(beats, (_, index) => beats.samples[index - (index % 187) + ((index % 187) >> 1)]),
      population: { count: other.count, samplesPerBeat: 187, samples: Float32Array.from({ length: other.count * 187 }, (_, i) => scaled(other.samples[Math.floor(i / 187) * 140 + Math.floor(((i % 187) * 140) / 187)])) },
    };
    for (const [name, file] of Object.entries(drifted)) expect(farthest(await beatDrift(file, options("beat-cnn"))), name).toBeGreaterThan(1);
  });

  it("get no predictions below the limit that the site set: the sentence says how alike, which feature and what to do", async () => {
    const { beats } = await readSampleBeats("heartbeats.csv");
    expect(await beatDrift(beats, options("beat-cnn", { abstainBelow: 0.5 }))).toMatchObject({ isUnlike: false });
    await expect(beatDrift(changed(beats, (value) => 2 * value), options("beat-cnn", { abstainBelow: 0.5 }))).rejects.toMatchObject({
      code: "model-abstains",
      sentence: expect.stringMatching(/gives no predictions: the file is 0 % like its training data, and this site lets it answer from 50 % on\. Farthest off is “Largest sample”.*under Monitoring\.$/) as string,
    });
  });
});

describe("a recording", () => {
  it("is like the training data as it is, and unlike when it is inverted, in another unit or noisy", async () => {
    const names = ["recording.hea", "recording.dat"];
    const files = await Promise.all(names.map(async (name) => new File([await readFile(new URL(`../../../public/samples/${name}`, import.meta.url))], name)));
    const { leads: [lead], samplingRateHz } = await readWfdb(files, quietControl());
    const random = seededRandom(3);
    const driftOf = (change: (mv: number) => number) => {
      const samplesMv = lead.samplesMv.map(change);
      return recordingDrift({ lead: { ...lead, samplesMv }, samplingRateHz, peakSample: detectPeaks(samplesMv, samplingRateHz, { unusable: lead.unusable }) }, options("arrhythmia"));
    };
    expect(await driftOf((mv) => mv)).toMatchObject({ isUnlike: false });
    for (const change of [(mv: number) => -mv, (mv: number) => 200 * mv, (mv: number) => mv + 0.2 * random.normal()]) expect(await driftOf(change)).toMatchObject({ isUnlike: true });
  });
});

describe("referenceOf", () => {
  it("gives a version of the user's the reference that its checks are then compared with", async () => {
    const { beats } = await readSampleBeats("heartbeats.csv");
    const patient = Uint32Array.from({ length: beats.count }, (_, beat) => beat % 6);
    for (const source of [null, patient]) {
      const files = { "reference.json": await referenceOf({ kind: "beats", beats, patient: source }, quietControl()) };
      const own = options("beat-cnn", { files, readArtifact: artifactsOf(files) });
      expect(await beatDrift(beats, own)).toMatchObject({ isUnlike: false, referenceRows: 1200 });
      expect(await beatDrift(changed(beats, (value) => value / 3), own)).toMatchObject({ isUnlike: true });
    }
  });

  it("takes stretches for patients where there are too few of these", async () => {
    const { patients } = await readSampleTable();
    const files = { "reference.json": await referenceOf({ kind: "heart-rate", patients: patients.slice(0, 1) }, quietControl()) };
    const own = options("rolling-median", { files, readArtifact: artifactsOf(files) });
    expect(await rateDrift(patients.slice(0, 1), own)).toMatchObject({ isUnlike: false });
    expect(await rateDrift([{ ...patients[0], rateBpm: patients[0].rateBpm.map((bpm) => 60 / bpm) }], own)).toMatchObject({ isUnlike: true });
  });
});

it("a reference that cannot be read is a broken model", async () => {
  const files = { "reference.json": new TextEncoder().encode("{}") };
  const { beats } = await readSampleBeats("heartbeats.csv");
  await expect(beatDrift(beats, options("beat-cnn", { files, readArtifact: artifactsOf(files) }))).rejects.toMatchObject({ code: "broken-model" });
});
