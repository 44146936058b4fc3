import "fake-indexeddb/auto";
import Dexie, { liveQuery } from "dexie";
import { describe, expect, it, vi } from "vitest";
import { createRepository } from "./repository.ts";
import type { ImportedModel } from "./records.ts";

let count = 0;
const freshName = () => `imported-${count++}`;

const model: ImportedModel = {
  modelId: "twelve-lead",
  isInUse: true,
  network: {
    fileName: "model.json", importedAt: "2026-11-21T08:00:00.000Z", topology: Uint8Array.of(123, 125), weights: Uint8Array.of(0, 1, 2, 255), sha256: "ab",
    parameterCount: 1, thresholds: [0.5, 0.4, 0.3, 0.2, 0.1],
  },
};

describe("a model of the user's", () => {
  it("comes back as it was saved, one for each shipped model, until it is deleted", async () => {
    const repository = createRepository(freshName());
    expect(await repository.importedModel("twelve-lead")).toBeUndefined();
    await repository.saveImportedModel({ ...model, network: { ...model.network, fileName: "older.json" } });
    await repository.saveImportedModel(model);
    expect(await repository.importedModel("twelve-lead")).toEqual(model);
    expect(await repository.importedModel("arrhythmia")).toBeUndefined();
    await repository.deleteImportedModel("twelve-lead");
    expect(await repository.importedModel("twelve-lead")).toBeUndefined();
  });

  it("is kept while the shipped one is used again; pages hear of it", async () => {
    const repository = createRepository(freshName());
    await repository.saveImportedModel(model);
    const seen: (boolean | undefined)[] = [];
    const subscription = liveQuery(() => repository.importedModel("twelve-lead")).subscribe((own) => seen.push(own?.isInUse));
    await vi.waitFor(() => expect(seen).toEqual([true]));
    await repository.setImportedInUse("twelve-lead", false);
    await vi.waitFor(() => expect(seen).toEqual([true, false]));
    subscription.unsubscribe();
    await repository.setImportedInUse("arrhythmia", true);
    expect(await repository.importedModel("arrhythmia")).toBeUndefined();
  });
});

it("a store of the version before opens whole, with a diagnosis from before models could be imported", async () => {
  const name = freshName();
  const old = new Dexie(name);
  old.version(3).stores({
    checks: "id, createdAt, signalsId, deletedAt",
    signals: "[signalsId+ordinal], signalsId",
    scores: "[checkId+ordinal], checkId",
    verdicts: "[checkId+patientId+peakRow], checkId",
    beats: "[signalsId+ordinal], signalsId",
    beatOutputs: "checkId",
    relabels: "[checkId+beat], checkId",
    recordings: "signalsId",
    leads: "[signalsId+lead+ordinal], signalsId",
    recordingResults: "checkId",
  });
  const diagnosis = {
    patient: { ageYears: 69, sex: "female", heightCm: null, weightKg: null }, probabilities: [0, 0, 0, 1, 0], shippedThresholds: [0.5, 0.5, 0.5, 0.5, 0.5],
    thresholds: [0.5, 0.5, 0.5, 0.4, 0.5], imputed: ["height", "weight"], modelHash: "ff", backend: "WASM (SIMD)", warnings: [],
  };
  const record = {
    kind: "recording", id: "old", signalsId: "s", name: "00338_lr", createdAt: "2026-11-20T08:00:00.000Z", files: [], form: "wfdb", rows: 1, labelled: false, findings: [],
    detectorId: "arrhythmia", parameters: {}, modelHash: "ff", backend: "WASM (SIMD)", appVersion: "0.1.0", durationMs: 12, warnings: [], confusion: null, predicted: 0,
    samplingRateHz: 100, sampleCount: 3, startTime: null, leadNames: ["II"], leadIndex: 0, threshold: null, diagnosis,
  };
  const facts = {
    kind: "recording", files: [], form: "wfdb", samplingRateHz: 100, sampleCount: 3, leads: [{ name: "II", unusable: [] }], startTime: null,
    timing: { jitterMs: null, gaps: [] }, annotations: null, patient: { id: null, ...diagnosis.patient }, findings: [],
  };
  const beats = { peakSample: Uint32Array.of(1), delineation: {}, templates: { templates: [], templateOf: new Uint8Array(1) } };
  await old.table("checks").add({ ...record, deletedAt: "" });
  await old.table("recordings").add({ signalsId: "s", facts });
  await old.table("leads").add({ signalsId: "s", lead: 0, ordinal: 0, samplesMv: Float32Array.of(0, 1, 0) });
  await old.table("recordingResults").add({ checkId: "old", beats, probabilities: Float32Array.of(1, 0, 0, 0, 0) });
  old.close();

  const repository = createRepository(name);
  const loaded = await repository.loadCheck("old");
  expect(loaded).toMatchObject({ kind: "recording", record, recording: { leads: [{ samplesMv: Float32Array.of(0, 1, 0) }] }, beats });
  await repository.saveImportedModel(model);
  expect(await repository.importedModel("twelve-lead")).toEqual(model);
});
