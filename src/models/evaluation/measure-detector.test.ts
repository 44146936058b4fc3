import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../ecg/table.ts";
import { measureDetector } from "./measure-detector.ts";
import { patientMeanF1 } from "./patient-mean-f1.ts";

const patient = (patientId: string, label: readonly number[]) => ({ patientId, label: Uint8Array.from(label) });

const patients = [patient("a", [1, 0, 1, 0, 1]), patient("b", [0, 0, UNLABELLED, 1, 0])];
// At 0.5: a has 1 hit, 1 false alarm, 1 missed (its first row is not scored); b has 1 hit and 1 false alarm.
const scores = [Float32Array.of(NaN, 0.7, 0.9, 0.1, 0.2), Float32Array.of(NaN, 0.6, 0.8, 0.95, 0.3)];
const run = { scores, threshold: 0.5, modelHash: "", backend: "", warnings: [] };

describe("measureDetector", () => {
  const figures = measureDetector("rolling-median", patients, run);

  it("counts labelled, scored rows, per patient and pooled", () => {
    expect(figures).toMatchObject({ id: "rolling-median", threshold: 0.5, precision: 2 / 4, recall: 2 / 3, f1: 4 / 7 });
    expect(figures.perPatient).toMatchObject([
      { patientId: "a", rows: 5, true: 2, predicted: 2, precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 },
      { patientId: "b", rows: 5, true: 1, predicted: 2, precision: 1 / 2, recall: 1, f1: 2 / 3 },
    ]);
    // Ranked: b 0.95 true, a 0.9 true, a 0.7, b 0.6, b 0.3, a 0.2 true.
    expect(figures.averagePrecision).toBeCloseTo((1 + 1 + 3 / 6) / 3, 12);
  });

  it("gives intervals that hold the figure, the same every time", () => {
    for (const name of ["precision", "recall", "f1", "averagePrecision"] as const) {
      const [value, interval] = [figures[name] ?? NaN, figures.intervals[name] ?? { low: NaN, high: NaN }];
      expect(interval.low).toBeLessThanOrEqual(value);
      expect(interval.high).toBeGreaterThanOrEqual(value);
    }
    expect(measureDetector("rolling-median", patients, run)).toEqual(figures);
  });

  it("leaves undefined figures null: nothing true, nothing predicted, one patient", () => {
    const normal = measureDetector("rolling-median", [patient("c", [0, 0])], { ...run, scores: [Float32Array.of(NaN, 0.1)] });
    expect(normal).toMatchObject({ precision: null, recall: null, f1: null, averagePrecision: null });
    expect(normal.intervals).toEqual({ precision: null, recall: null, f1: null, averagePrecision: null });
  });
});

describe("patientMeanF1", () => {
  it("counts patients alike, with one hit granted", () => {
    const labels = patients.map(({ label }) => label);
    expect(patientMeanF1(labels, scores, 0.5)).toBeCloseTo((3 / 5 + 3 / 4) / 2, 12);
    expect(patientMeanF1([Uint8Array.of(0, 0, 0)], [Float32Array.of(1, 1, 0)], 0.5)).toBeCloseTo(1 / 3, 12);
    expect(patientMeanF1([Uint8Array.of(0, 0, 0)], [Float32Array.of(0, 0, 0)], 0.5)).toBe(1);
  });
});
