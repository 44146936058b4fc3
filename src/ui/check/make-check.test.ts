import { describe, expect, it } from "vitest";
import type { HeartRateTable, PatientSeries } from "../../ecg/heart-rate/table.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { CheckResult } from "../../worker/protocol.ts";
import { makeCheck, requestedPatients, openedOfCheck } from "./make-check.ts";

function series(patientId: string, label: number[]): PatientSeries {
  const rows = label.length;
  return {
    patientId, sourceRow: new Uint32Array(rows), timeS: Float64Array.from(label, (_, i) => i), rateBpm: new Float64Array(rows).fill(70),
    label: Uint8Array.from(label), flags: new Uint8Array(rows), given: null, extra: [{ name: "note", kind: "number", values: new Float64Array(rows) }],
  };
}

const patients = [series("007", [0, 0, 1, 1]), series("8", [0, 1, UNLABELLED])];
const table: HeartRateTable = {
  kind: "heart-rate",
  files: [{ name: "a.csv", bytes: 1, sha256: "aa", rows: 4 }, { name: "b.csv", bytes: 1, sha256: "bb", rows: 3 }],
  form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows: 7, labelled: true, patients, findings: [],
};
const result: CheckResult = {
  scores: [Float32Array.of(NaN, 0.9, 0.2, 0.7), Float32Array.of(NaN, 0.5, 0.8)],
  threshold: 0.5, modelHash: "cc", backend: "JavaScript", durationMs: 12, warnings: [], curve: null, drift: null,
};
const origin = { id: "check", createdAt: "2026-11-21T06:00:00.000Z", appVersion: "0.1.0", detectorId: "rolling-median" as const, modelVersion: 1, parameters: { window: 5 } };
const check = makeCheck({ kind: "table", table, signalsId: "signals" }, result, origin);

describe("makeCheck", () => {
  it("counts predictions over all rows, and the confusion over labelled and scored ones", () => {
    expect(check.record.predicted).toBe(4);
    expect(check.record.confusion).toEqual({ truePositive: 2, falsePositive: 1, falseNegative: 1, trueNegative: 0 });
  });
  it("has no confusion without labels", () =>
    expect(makeCheck({ kind: "table", table: { ...table, patients: [series("007", [UNLABELLED, UNLABELLED])] }, signalsId: "s" }, { ...result, scores: [Float32Array.of(NaN, 0.9)] }, origin).record.confusion).toBeNull());
  it("starts at the detector's own threshold, under the files' names", () =>
    expect(check.record).toMatchObject({ threshold: 0.5, shippedThreshold: 0.5, name: "a.csv, b.csv", patientIds: ["007", "8"], signalsId: "signals" }));
  it("is named after the record where the files are a WFDB record's", () =>
    expect(makeCheck({ kind: "table", table: { ...table, files: ["100.hea", "100.dat"].map((name) => ({ ...table.files[0], name })) }, signalsId: "s", recordingCheckId: "r" }, result, origin).record.name)
      .toBe("100, heart rate"));
  it("can be turned back into the table", () => expect(openedOfCheck(check)).toEqual({ kind: "table", table, signalsId: "signals" }));
  it("remembers the recording whose heart rate it is, also when it is turned back", () => {
    const ofRecording = { kind: "table", table, signalsId: "signals", recordingCheckId: "night" } as const;
    const ofRecord = makeCheck(ofRecording, result, origin);
    expect(openedOfCheck(ofRecord)).toEqual(ofRecording);
    expect(ofRecord.record.name).toBe("a.csv, b.csv, heart rate");
  });
});

it("asks for no more of a patient than a detector needs", () =>
  expect(Object.keys(requestedPatients(patients)[0])).toEqual(["patientId", "timeS", "rateBpm", "given", "label"]));
