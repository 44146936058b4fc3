import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { BeatView } from "../beat-view.ts";
import { testBeatCheck, testBeats, testBeatView } from "../testing.ts";
import { filterBeats, filterOfPair } from "../gallery/beat-filter.ts";
import { beatFigures, crossTable } from "./beat-figures.ts";

const figuresOf = (view: BeatView) => beatFigures({ ...view.check, ...view.check.record }, view);
/** Probabilities that make each class in turn the likeliest. */
const sureOf = (classes: readonly number[]) => classes.flatMap((own) => [0, 1, 2, 3, 4].map((index) => (index === own ? 0.6 : 0.1)));

describe("a classifier on a file of its own classes", () => {
  const view = testBeatView(testBeatCheck(testBeats([0, 0, 2, 1, UNLABELLED], "aami"), sureOf([0, 2, 2, 0, 4])));
  const figures = figuresOf(view);

  it("is measured class by class over the labelled beats", () => {
    if (figures.kind !== "classes") throw new Error(figures.kind);
    expect(figures.beats).toBe(4);
    expect(figures.figures.accuracy).toBe(0.5);
    expect(figures.figures.perClass[2]).toMatchObject({ support: 1, precision: 0.5, recall: 1 });
  });
  it("has a square table", () => {
    expect(crossTable(view)).toEqual([[1, 0, 1, 0, 0], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]);
  });
});

describe("a classifier on a file of other classes", () => {
  const view = testBeatView(testBeatCheck(testBeats([0, 1, 1, 0], "binary"), sureOf([0, 2, 0, 0])));

  it("is measured by normal or anomalous, anomalous being positive", () => {
    expect(figuresOf(view)).toMatchObject({
      kind: "detection", beats: 4, counts: { truePositive: 1, falsePositive: 0, falseNegative: 1, trueNegative: 2 }, rocAuc: { area: 0.75 },
    });
  });
  it("has a table of the file's classes against the model's", () => {
    expect(crossTable(view)).toEqual([[2, 0, 0, 0, 0], [1, 0, 1, 0, 0]]);
  });
});

describe("an autoencoder", () => {
  const part = { detectorId: "conv-autoencoder", modelScheme: null, threshold: 20, shippedThreshold: 20 };
  const view = testBeatView(testBeatCheck(testBeats([0, 0, 3, 1, UNLABELLED], "ecg5000"), [10, 25, 20, 5, 90], part), 20);

  it("is measured at the threshold of the view", () => {
    expect(figuresOf(view)).toMatchObject({ kind: "detection", beats: 4, counts: { truePositive: 1, falsePositive: 1, falseNegative: 1, trueNegative: 1 } });
  });
  it("has a row for each class of the file", () => {
    expect(crossTable(view)).toEqual([[1, 1], [1, 0], [0, 0], [0, 1], [0, 0]]);
  });
  it("counts in each cell the beats that the gallery shows for it", () => {
    const order = Uint32Array.from(view.predicted.keys());
    crossTable(view).forEach((row, truth) => row.forEach((count, predicted) => {
      expect(filterBeats(view, order, filterOfPair({ truth, predicted })).length).toBe(count);
    }));
  });
});

it("measures nothing without a label, be it that the file has no classes or that no beat has one", () => {
  const outputs = sureOf([0, 1]);
  const none = new Array<number>(2).fill(UNLABELLED);
  const unlabelled = testBeatView(testBeatCheck(testBeats(none, null), outputs));
  expect(figuresOf(unlabelled)).toEqual({ kind: "none" });
  expect(crossTable(unlabelled)).toEqual([]);
  expect(figuresOf(testBeatView(testBeatCheck(testBeats(none, "aami"), outputs)))).toEqual({ kind: "none" });
});
