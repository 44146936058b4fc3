import { describe, expect, it } from "vitest";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import { relabelScheme } from "./beat-view.ts";
import { testBeatCheck, testBeats, testBeatView } from "./testing.ts";

const rounded = (values: Float32Array) => Array.from(values, (value) => Math.round(value * 1000) / 1000);

describe("a classifier", () => {
  const outputs = [0.7, 0.1, 0.1, 0.1, 0, 0.25, 0.05, 0.6, 0.1, 0, 0.2, 0.2, 0.2, 0.2, 0.2];
  const view = testBeatView(testBeatCheck(testBeats([0, 2, UNLABELLED], "aami"), outputs), null, new Map([[1, 3]]));

  it("predicts the likeliest class, the first of equal ones", () => expect([...view.predicted]).toEqual([0, 2, 0]));
  it("scores how unlikely the normal class is, and is as sure as of the class it predicts", () => {
    expect(rounded(view.anomalyScore)).toEqual([0.3, 0.75, 0.8]);
    expect(rounded(view.confidence)).toEqual([0.7, 0.6, 0.2]);
  });
  it("is compared with the file in the classes that both name", () => {
    expect(view.comparison.classes).toBe(CLASSES.aami);
    expect([...view.comparison.truth]).toEqual([0, 2, UNLABELLED]);
    expect([...view.comparison.predicted]).toEqual([0, 2, 0]);
  });
  it("keeps what clinicians said apart", () => {
    expect(view.relabels.get(1)).toBe(3);
    expect([...view.truth]).toEqual([0, 2, UNLABELLED]);
  });
  it("is compared as normal or not with a file that names other classes", () => {
    const { comparison, fileClasses } = testBeatView(testBeatCheck(testBeats([0, 1, UNLABELLED], "binary"), outputs));
    expect(fileClasses).toBe(CLASSES.binary);
    expect(comparison.classes).toBe(CLASSES.binary);
    expect([...comparison.predicted]).toEqual([0, 1, 0]);
  });
});

describe("an autoencoder", () => {
  const check = testBeatCheck(testBeats([0, 3, UNLABELLED, 1], "ecg5000"), [10, 40, 20, 0], { detectorId: "conv-autoencoder", modelScheme: null, threshold: 20, shippedThreshold: 20 });
  const view = testBeatView(check, 20);

  it("predicts anomalous from the threshold on", () => expect([...view.predicted]).toEqual([0, 1, 1, 0]));
  it("follows the threshold, not the record", () => expect([...testBeatView(check, 25).predicted]).toEqual([0, 1, 0, 0]));
  it("scores by its error and is the surer the farther that is from the threshold", () => {
    expect([...view.anomalyScore]).toEqual([10, 40, 20, 0]);
    expect(rounded(view.confidence)).toEqual([0.5, 0.5, 0, 1]);
  });
  it("is compared as normal or not", () => {
    expect([...view.comparison.truth]).toEqual([0, 1, UNLABELLED, 1]);
    expect([...view.comparison.predicted]).toEqual([0, 1, 1, 0]);
    expect(view.modelClasses).toBe(CLASSES.binary);
    expect(view.fileClasses).toBe(CLASSES.ecg5000);
  });
});

it("relabels in the file's classes, else in the model's, else as normal or not", () => {
  expect(relabelScheme({ scheme: "ecg5000", modelScheme: null })).toBe("ecg5000");
  expect(relabelScheme({ scheme: null, modelScheme: "aami" })).toBe("aami");
  expect(relabelScheme({ scheme: null, modelScheme: null })).toBe("binary");
});
