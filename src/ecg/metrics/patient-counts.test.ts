import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { bySeverity, countPatient } from "./patient-counts.ts";

const score = Float32Array.of(NaN, 0.9, 0.2, 0.5, 0.1);

describe("countPatient", () => {
  it("counts rows, scored and predicted ones, and what the labels say of them", () => {
    const label = Uint8Array.of(1, 1, 1, UNLABELLED, 0);
    expect(countPatient({ patientId: "100", label }, score, 0.5)).toEqual({
      patientId: "100",
      rows: 5,
      scored: 4,
      predicted: 2,
      confusion: { truePositive: 1, falsePositive: 0, falseNegative: 1, trueNegative: 1 },
    });
  });

  it("has no confusion without labels", () => {
    const label = new Uint8Array(5).fill(UNLABELLED);
    expect(countPatient({ patientId: "100", label }, score, 0.5).confusion).toBeNull();
  });
});

describe("bySeverity", () => {
  it("puts the largest share of predicted rows first, then the most rows, then the ID", () => {
    const patient = (patientId: string, predicted: number, scored: number) =>
      ({ patientId, rows: scored + 1, scored, predicted, confusion: null });
    const patients = [patient("10", 0, 9), patient("9", 0, 9), patient("c", 50, 1000), patient("b", 5, 10), patient("a", 50, 100), patient("0", 0, 0)];
    expect(patients.sort(bySeverity).map(({ patientId }) => patientId)).toEqual(["a", "b", "c", "0", "9", "10"]);
  });
});
