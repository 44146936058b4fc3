import { describe, expect, it } from "vitest";
import type { LoadedHeartRateCheck, VerdictRecord } from "../../db/records.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { rowVerdicts } from "./row-verdicts.ts";

function series(patientId: string): PatientSeries {
  return {
    patientId, sourceRow: Uint32Array.of(0, 1, 2, 3), timeS: Float64Array.of(0, 1, 2, 3), rateBpm: new Float64Array(4).fill(70),
    label: new Uint8Array(4), flags: new Uint8Array(4), given: null, extra: [],
  };
}

const check: LoadedHeartRateCheck = {
  kind: "heart-rate",
  patients: [series("a"), series("b")],
  scores: [Float32Array.of(NaN, 0.8, 0.9, 0.1), Float32Array.of(NaN, 0.1, 0.9, 0.1)],
  record: {
    kind: "heart-rate", id: "check", signalsId: "signals", name: "a.csv", createdAt: "2026-11-21T06:00:00.000Z", files: [], form: "plain", unit: "bpm",
    timeKind: "seconds", columns: [], rows: 8, labelled: false, findings: [], detectorId: "rolling-median", modelVersion: 1, parameters: {}, modelHash: "",
    backend: "", appVersion: "", shippedThreshold: 0.5, threshold: 0.5, durationMs: 1, warnings: [], curve: null, confusion: null,
    predicted: 3, patientIds: ["a", "b"],
  },
};
const verdict = (patientId: string, peakRow: number): VerdictRecord =>
  ({ checkId: "check", patientId, peakRow, verdict: "accepted", at: "2026-11-21T06:00:00.000Z" });
const rows = (of: (patient: number, row: number) => string, patient: number) => [0, 1, 2, 3].map((row) => of(patient, row));

describe("rowVerdicts", () => {
  it("gives every row of an event its verdict, for that patient alone", () => {
    const of = rowVerdicts(check, [verdict("a", 2)]);
    expect(rows(of, 0)).toEqual(["", "accepted", "accepted", ""]);
    expect(rows(of, 1)).toEqual(["", "", "", ""]);
  });
  it("leaves out a verdict whose event is gone at this threshold", () => {
    const stricter = { ...check, record: { ...check.record, threshold: 0.95 } };
    expect(rows(rowVerdicts(stricter, [verdict("a", 2)]), 0)).toEqual(["", "", "", ""]);
  });
});
