import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { BOUNDARIES, type Delineation } from "../../ecg/delineation/delineation.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import { IsolineDatabase } from "../database.ts";
import type { LoadedRecordingCheck } from "../records.ts";
import { TEST_KEYS, testRepository } from "../testing.ts";

let count = 0;
const freshName = () => `recordings-${count++}`;

/** Two leads of more than two blocks each; the arrays are views into one larger buffer. */
const SAMPLES = 9_000_000;
const both = new Float32Array(2 * SAMPLES).map((_, i) => i % 1021);

const recording: Recording = {
  kind: "recording", files: [{ name: "100.dat", bytes: 3, sha256: "aa", rows: SAMPLES }], form: "wfdb", samplingRateHz: 360, sampleCount: SAMPLES,
  leads: [
    { name: "MLII", samplesMv: both.subarray(0, SAMPLES), unusable: [{ from: 5, to: 9, cause: "flat" }] },
    { name: "V1", samplesMv: both.subarray(SAMPLES), unusable: [] },
  ],
  startTime: "2026-11-21T08:00:00", timing: { jitterMs: null, gaps: [] },
  annotations: { sample: Uint32Array.of(10, 20), code: Uint8Array.of(1, 28), subtype: new Int8Array(2), text: new Map([[1, "(AFIB"]]) },
  patient: { id: "100", ageYears: 69, sex: "male", heightCm: null, weightKg: null }, findings: [],
};

function check(id: string): LoadedRecordingCheck {
  const boundary = () => Int32Array.of(7, -1);
  return {
    kind: "recording",
    recording,
    beats: {
      peakSample: Uint32Array.of(10, 20),
      delineation: Object.fromEntries(BOUNDARIES.map((name) => [name, boundary()])) as Delineation,
      templates: { templates: [{ count: 2, mean: Float32Array.of(0, 1) }], templateOf: new Uint8Array(2) },
    },
    probabilities: new Float32Array(10).fill(0.2),
    record: {
      kind: "recording", id, signalsId: "opening-1", name: "100.dat", createdAt: "2026-11-21T08:00:00.000Z", files: recording.files, form: "wfdb", rows: 2,
      labelled: true, findings: [], detectorId: "arrhythmia", modelVersion: 1, parameters: {}, modelHash: "ff", backend: "WASM (SIMD)", appVersion: "0.1.0", durationMs: 12,
      warnings: [], confusion: null, predicted: 0, samplingRateHz: 360, sampleCount: SAMPLES, startTime: recording.startTime, leadNames: ["MLII", "V1"],
      leadIndex: 0, threshold: null, diagnosis: null,
    },
  };
}

/** Of all but the activity log, which nothing is taken out of. */
async function storedCounts(database: string): Promise<Record<string, number>> {
  const db = new IsolineDatabase(database, TEST_KEYS.sealing);
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
  db.close();
  return Object.fromEntries(counts.filter(([name, stored]) => stored > 0 && name !== "log"));
}

describe("checks of recordings", () => {
  it("share the recording of one opening, and come back exactly as they were saved", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(check("a"));
    await repository.saveCheck(check("b"));
    expect(await storedCounts(name)).toEqual({ checks: 2, recordings: 1, leads: 6, recordingResults: 2 });
    const loaded = await repository.loadCheck("b");
    if (loaded?.kind !== "recording") throw new Error("no check of a recording");
    const { recording: { leads, ...facts }, ...rest } = loaded;
    const { recording: { leads: savedLeads, ...savedFacts }, ...savedRest } = check("b");
    expect({ ...rest, facts }).toEqual({ ...savedRest, facts: savedFacts });
    expect(leads.map(({ name: lead, unusable }) => ({ lead, unusable }))).toEqual(savedLeads.map(({ name: lead, unusable }) => ({ lead, unusable })));
    expect(leads.map(({ samplesMv }) => samplesMv.every((value, i) => value === savedLeads[leads.findIndex((own) => own.samplesMv === samplesMv)].samplesMv[i]))).toEqual([true, true]);
  });

  it("are read without their samples, and a lead by itself", async () => {
    const repository = testRepository(freshName());
    await repository.saveCheck(check("a"));
    const marked = await repository.markedRecording("a");
    if (marked === undefined) throw new Error("nothing was read");
    expect(marked).toMatchObject({ record: { id: "a", leadNames: ["MLII", "V1"] }, beats: { peakSample: Uint32Array.of(10, 20) } });
    expect(marked.facts.annotations?.text.get(1)).toBe("(AFIB");
    const lead = await repository.leadOf(marked, 1);
    expect([lead.name, lead.samplesMv.length]).toEqual(["V1", SAMPLES]);
    expect(lead.samplesMv.every((mv, i) => mv === both[SAMPLES + i])).toBe(true);
    await repository.deleteCheck("a");
    expect(await repository.markedRecording("a")).toBeUndefined();
  });

  it("are purged with their recording once no other check uses it", async () => {
    const name = freshName();
    const repository = testRepository(name);
    await repository.saveCheck(check("a"));
    await repository.deleteCheck("a");
    await repository.purgeDeleted(new Date(Date.now() + 1000).toISOString());
    expect(await storedCounts(name)).toEqual({});
  });
});
