import { describe, expect, it } from "vitest";
import { resampleCounts } from "./count-intervals.ts";
import { detection, detectionAt } from "./detection.ts";
import { classificationIntervals, detectionIntervals, groupedIntervals } from "./figure-intervals.ts";
import { CLASS_COUNT, CLASSIFIED, DETECTED_AT_24, ERRORS, LABELS, PROBABILITIES } from "./fixtures/scikit-learn-beats.ts";
import { wilsonInterval, type Interval } from "./intervals.ts";
import { classificationFigures } from "./multi-class.ts";
import { rocAucInterval } from "./roc-auc.ts";

/** Twice the standard error of a percentile of 1,000 resamples of these beats. */
const TOLERANCE = 0.03;

function expectNear(interval: Interval | null, expected: Interval): void {
  expect(Math.abs((interval?.low ?? NaN) - expected.low)).toBeLessThan(TOLERANCE);
  expect(Math.abs((interval?.high ?? NaN) - expected.high)).toBeLessThan(TOLERANCE);
}

describe("resampleCounts", () => {
  it("draws as many beats as there are, the cells in their shares", () => {
    const counts = [70, 0, 20, 10];
    const resamples = resampleCounts(counts);
    expect(resamples).toHaveLength(1000);
    expect(resamples.every((drawn) => drawn[1] === 0 && drawn.reduce((sum, count) => sum + count, 0) === 100)).toBe(true);
    const of = (cell: number) => resamples.map((drawn) => drawn[cell]);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    counts.forEach((count, cell) => {
      // The mean and variance of a binomial count, within four of their standard errors.
      const variance = count * (1 - count / 100);
      const drawn = of(cell);
      expect(Math.abs(mean(drawn) - count)).toBeLessThanOrEqual(4 * Math.sqrt(variance / 1000));
      expect(Math.abs(mean(drawn.map((value) => (value - mean(drawn)) ** 2)) - variance)).toBeLessThanOrEqual(4 * variance * Math.sqrt(2 / 1000));
    });
  });
});

describe("classificationIntervals", () => {
  const figures = classificationFigures({ label: LABELS, probabilities: PROBABILITIES, classCount: CLASS_COUNT });
  const intervals = classificationIntervals(figures);

  it("are those of a bootstrap over the beats", () => {
    expectNear(intervals.accuracy, CLASSIFIED.intervals.accuracy);
    expectNear(intervals.macroF1, CLASSIFIED.intervals.macroF1);
    expectNear(intervals.perClass[2].f1, CLASSIFIED.intervals.f1OfThird);
  });

  it("are Wilson's where every beat is right, and DeLong's for the ROC-AUC", () => {
    expect(figures.perClass[0].precision).toBe(1);
    expect(intervals.perClass[0].precision).toEqual(wilsonInterval(24, 24));
    const [auc] = figures.rocAuc;
    expect(intervals.perClass[0].rocAuc).toEqual(auc && rocAucInterval(auc));
  });

  it("are the same every time, and none where there is no figure", () => {
    expect(classificationIntervals(figures)).toEqual(intervals);
    const empty = classificationFigures({ label: new Uint8Array(), probabilities: new Float32Array(), classCount: 2 });
    const none = { accuracy: null, rocAuc: null, precision: null, recall: null, f1: null };
    expect(classificationIntervals(empty)).toEqual({ accuracy: null, macroF1: null, perClass: [none, none] });
  });
});

describe("groupedIntervals", () => {
  const mostly = (right: number, wrong: number) => [[100, 0], [wrong, right]];

  it("are as wide as the patients differ, where rows taken for independent would seem certain", () => {
    const patients = [mostly(100, 0), mostly(90, 10), mostly(100, 0), mostly(20, 80), mostly(95, 5), mostly(99, 1)];
    const pooled = [[600, 0], [96, 504]];
    const [grouped, rows] = [groupedIntervals(patients).perClass[1].recall, classificationIntervals({ confusion: pooled, rocAuc: [null, null] }).perClass[1].recall];
    expect(grouped?.high).toBeGreaterThan(0.95);
    expect(grouped?.low).toBeLessThan(0.7);
    expect(rows?.low).toBeGreaterThan(0.8);
  });

  it("are no wider than of rows where all patients are alike, and the same every time", () => {
    const alike = Array.from({ length: 50 }, () => mostly(9, 1));
    const { perClass, accuracy } = groupedIntervals(alike);
    expect(perClass[1].recall).toEqual({ low: 0.9, high: 0.9 });
    expect(accuracy).toEqual(groupedIntervals(alike).accuracy);
    expect(groupedIntervals([mostly(10, 0), mostly(10, 0)]).perClass[1].recall).toEqual(wilsonInterval(20, 20));
  });
});

describe("detectionIntervals", () => {
  it("are those of a bootstrap over the beats", () => {
    const sorted = detection(ERRORS, LABELS);
    const intervals = detectionIntervals(sorted, detectionAt(sorted, 24));
    expectNear(intervals.f1, DETECTED_AT_24.intervals.f1);
    expectNear(intervals.precision, DETECTED_AT_24.intervals.precision);
  });

  it("leave out an F1 that no resample changes", () => {
    const sorted = detection(Float32Array.of(1, 2, 3, 4), Uint8Array.of(0, 0, 1, 1));
    expect(detectionIntervals(sorted, detectionAt(sorted, 3))).toEqual({ precision: wilsonInterval(2, 2), recall: wilsonInterval(2, 2), f1: null, rocAuc: null });
  });
});
