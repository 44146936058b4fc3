import type { LoadedHeartRateCheck } from "../../db/records.ts";

/** A check of patients p0, p1, … with these scores at threshold 1, a row a second. For the tests of this folder. */
export function checkOf(scores: readonly (readonly number[])[], parameters: Record<string, number | string> = {}): LoadedHeartRateCheck {
  const patients = scores.map((rows, i) => ({
    patientId: `p${i}`, sourceRow: new Uint32Array(rows.length), timeS: Float64Array.from(rows, (_, row) => row), rateBpm: new Float64Array(rows.length),
    label: new Uint8Array(rows.length), flags: new Uint8Array(rows.length), given: null, extra: [],
  }));
  return {
    kind: "heart-rate",
    record: {
      kind: "heart-rate", id: "x", signalsId: "s", name: "", createdAt: "", files: [], form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows: 0,
      labelled: false, findings: [], detectorId: "d", modelVersion: 1, parameters, modelHash: "", backend: "", appVersion: "", shippedThreshold: 1, threshold: 1,
      durationMs: 0, warnings: [], curve: null, confusion: null, predicted: 0, patientIds: patients.map(({ patientId }) => patientId),
    },
    patients,
    scores: scores.map((rows) => Float32Array.from(rows)),
  };
}
