import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { seededRandom } from "../numeric/random.ts";
import { confusionAt, precision, recall } from "./confusion.ts";
import { AVERAGE_PRECISION, CURVE, LABELS, SCORES } from "./fixtures/scikit-learn.ts";
import { MAX_CURVE_POINTS, precisionRecallCurve, type PrecisionRecallCurve } from "./precision-recall.ts";

function curveOf(labels: readonly Uint8Array[], scores: readonly Float32Array[]): PrecisionRecallCurve {
  const curve = precisionRecallCurve(labels, scores);
  if (!curve) throw new Error("There is a true row.");
  return curve;
}

function manyRows(rows: number): { labels: Uint8Array; scores: Float32Array } {
  const random = seededRandom(11);
  const labels = Uint8Array.from({ length: rows }, () => (random.uniform() < 0.1 ? 1 : 0));
  return { labels, scores: Float32Array.from(labels, (label) => random.normal() + 2 * label) };
}

describe("precisionRecallCurve", () => {
  it("agrees with scikit-learn, ties included", () => {
    const curve = curveOf([LABELS], [SCORES]);
    expect(curve.averagePrecision).toBeCloseTo(AVERAGE_PRECISION, 12);
    for (const name of ["threshold", "precision", "recall"] as const) {
      expect(curve[name].length).toBe(CURVE[name].length);
      CURVE[name].forEach((value, i) => expect(curve[name][i]).toBeCloseTo(value, 6));
    }
  });

  it("pools patients, whatever their order, and skips rows without score or label", () => {
    const labels = [LABELS.subarray(25), Uint8Array.of(UNLABELLED, 1), LABELS.subarray(0, 25)];
    const scores = [SCORES.subarray(25), Float32Array.of(9, NaN), SCORES.subarray(0, 25)];
    expect(curveOf(labels, scores)).toEqual(curveOf([LABELS], [SCORES]));
  });

  it("is null without a true row", () => {
    expect(precisionRecallCurve([Uint8Array.of(0, UNLABELLED)], [Float32Array.of(1, 2)])).toBeNull();
    expect(precisionRecallCurve([], [])).toBeNull();
  });

  it("is thinned to points of the whole curve that keep its ends and its shape", () => {
    const { labels, scores } = manyRows(20_000);
    const { threshold, precision: precisions, recall: recalls } = curveOf([labels], [scores]);
    expect(threshold.length).toBeLessThanOrEqual(MAX_CURVE_POINTS);
    expect(threshold.length).toBeGreaterThan(MAX_CURVE_POINTS / 2);
    expect(threshold[0]).toBe(scores.reduce((a, b) => Math.max(a, b)));
    expect(recalls[recalls.length - 1]).toBe(1);
    threshold.forEach((value, i) => {
      const confusion = confusionAt(scores, labels, value);
      expect(precision(confusion)).toBeCloseTo(precisions[i], 6);
      expect(recall(confusion)).toBeCloseTo(recalls[i], 6);
      if (i > 0) expect(recalls[i] - recalls[i - 1]).toBeLessThan(0.03);
    });
  });

  it("has the same area however the scores are stretched, and descending thresholds", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), { minLength: 1, maxLength: 60 }), (rows) => {
        const labels = Uint8Array.from(rows, ([, isTrue]) => (isTrue ? 1 : 0));
        const plain = precisionRecallCurve([labels], [Float32Array.from(rows, ([score]) => score)]);
        const stretched = precisionRecallCurve([labels], [Float32Array.from(rows, ([score]) => Math.exp(score) - 5)]);
        expect(plain?.averagePrecision).toBe(stretched?.averagePrecision);
        plain?.threshold.forEach((value, i, all) => i > 0 && expect(value).toBeLessThan(all[i - 1]));
      }),
    );
  });
});
