import { describe, expect, it } from "vitest";
import type { PatientSeries } from "../../../ecg/heart-rate/table.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import { labelledRows } from "../../../ecg/metrics/confusion.ts";
import { countCheck, trueRows } from "./check-counts.ts";

function series(patientId: string, label: readonly number[]): PatientSeries {
  const rows = label.length;
  return {
    patientId,
    sourceRow: new Uint32Array(rows),
    timeS: new Float64Array(rows),
    rateBpm: new Float64Array(rows),
    label: Uint8Array.from(label),
    flags: new Uint8Array(rows),
    given: null,
    extra: [],
  };
}

describe("countCheck", () => {
  const patients = [series("a", [0, 1, 1, 0]), series("b", [UNLABELLED, UNLABELLED]), series("c", [0, 0, 1])];
  const scores = [Float32Array.of(NaN, 0.9, 0.3, 0.8), Float32Array.of(NaN, 0.7), Float32Array.of(NaN, 0.1, 0.6)];

  it("pools the patients, unlabelled ones in the predictions only", () => {
    const { pooled, patients: counted } = countCheck({ patients, scores }, 0.5);
    expect(counted.map(({ predicted }) => predicted)).toEqual([2, 1, 1]);
    expect(pooled).toEqual({
      rows: 9,
      scored: 6,
      predicted: 4,
      confusion: { truePositive: 2, falsePositive: 1, falseNegative: 1, trueNegative: 1 },
    });
    expect(pooled.confusion && trueRows(pooled.confusion)).toBe(3);
    expect(pooled.confusion && labelledRows(pooled.confusion)).toBe(5);
  });

  it("has no confusion where nobody has labels", () => {
    expect(countCheck({ patients: [patients[1]], scores: [scores[1]] }, 0.5).pooled.confusion).toBeNull();
  });
});
