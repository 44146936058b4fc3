import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../ecg/table.ts";
import { measureBeats } from "./measure-beats.ts";

describe("measureBeats", () => {
  it("measures a classifier class by class, under the classes' codes", () => {
    const outputs = Float32Array.of(
      0.9, 0.1, 0, 0, 0, 0.6, 0.4, 0, 0, 0, 0.2, 0, 0.8, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1,
    );
    const figures = measureBeats({ id: "beat-cnn", scheme: "aami" }, Uint8Array.of(0, 1, 2, 2, UNLABELLED), { outputs, threshold: null });
    if (figures.task !== "classifier") throw new Error("It has classes.");
    expect(figures).toMatchObject({ id: "beat-cnn", accuracy: 3 / 4, classes: ["N", "S", "V", "F", "Q"] });
    expect(figures.confusion).toEqual([[1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [0, 0, 2, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]);
    // N: F1 2/3, S: 0, V: 1; F and Q have no beats.
    expect(figures.macroF1).toBeCloseTo((2 / 3 + 0 + 1) / 3, 12);
    expect(figures.perClass.S).toEqual({ support: 1, accuracy: 3 / 4, rocAuc: 1, precision: null, recall: 0, f1: 0 });
    expect(figures.perClass.Q).toEqual({ support: 0, accuracy: 1, rocAuc: null, precision: null, recall: null, f1: null });
    expect(Object.keys(figures.intervals.perClass)).toEqual(figures.classes);
  });

  it("measures an autoencoder as normal against all other classes, at its threshold", () => {
    const figures = measureBeats({ id: "conv-autoencoder", scheme: null }, Uint8Array.of(0, 0, 0, 1, 4, UNLABELLED), { outputs: Float32Array.of(1, 2, 5, 4, 3, 9), threshold: 4 });
    expect(figures).toMatchObject({ task: "autoencoder", threshold: 4, normalRight: 2, normal: 3, anomalousRight: 1, anomalous: 2 });
    // 4 > 1, 2 and 3 > 1, 2 of the six pairs.
    expect(figures).toMatchObject({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2, rocAuc: expect.closeTo(4 / 6, 12) as number });
  });
});
