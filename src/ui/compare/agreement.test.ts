import { expect, it } from "vitest";
import type { LoadedCheck } from "../../db/records.ts";
import { agreementByPatient, differingParameters } from "./agreement.ts";

function check(scores: readonly (readonly number[])[], parameters: Record<string, number | string> = {}): LoadedCheck {
  const patients = scores.map((rows, i) => ({
    patientId: `p${i}`, sourceRow: new Uint32Array(rows.length), timeS: new Float64Array(rows.length), rateBpm: new Float64Array(rows.length),
    label: new Uint8Array(rows.length), flags: new Uint8Array(rows.length), given: null, extra: [],
  }));
  return {
    record: {
      id: "x", signalsId: "s", name: "", createdAt: "", files: [], form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows: 0,
      labelled: false, findings: [], detectorId: "d", parameters, modelHash: "", backend: "", appVersion: "", shippedThreshold: 1, threshold: 1,
      durationMs: 0, warnings: [], curve: null, confusion: null, predicted: 0, patientIds: patients.map(({ patientId }) => patientId),
    },
    patients,
    scores: scores.map((rows) => Float32Array.from(rows)),
  };
}

it("counts rows predicted by all, by some and by each; the unscored row by none", () => {
  const agreement = agreementByPatient([check([[NaN, 0, 0], [NaN, 2, 2, 0]]), check([[NaN, 0, 0], [NaN, 2, 0, 3]])]);
  expect(agreement).toEqual([
    { patientId: "p1", rows: 4, predicted: [2, 2], byAll: 1, bySome: 2 },
    { patientId: "p0", rows: 3, predicted: [0, 0], byAll: 0, bySome: 0 },
  ]);
});

it("names the parameters that are not the same in all", () => {
  const checks = [check([[NaN]], { seed: 1, trees: 100 }), check([[NaN]], { seed: 2, trees: 100, window: 21 })];
  expect(differingParameters(checks)).toEqual([
    { name: "seed", values: [1, 2] },
    { name: "window", values: [undefined, 21] },
  ]);
});
