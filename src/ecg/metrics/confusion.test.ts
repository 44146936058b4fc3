import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { addConfusion, confusionAt, f1, NO_COUNTS, precision, recall } from "./confusion.ts";
import { AT_HALF, LABELS, SCORES } from "./fixtures/scikit-learn.ts";

describe("confusionAt", () => {
  it("agrees with scikit-learn", () => {
    const confusion = confusionAt(SCORES, LABELS, 0.5);
    expect(confusion).toEqual(AT_HALF.confusion);
    expect(precision(confusion)).toBeCloseTo(AT_HALF.precision, 12);
    expect(recall(confusion)).toBeCloseTo(AT_HALF.recall, 12);
    expect(f1(confusion)).toBeCloseTo(AT_HALF.f1, 12);
  });

  it("leaves out rows without a score or a label", () => {
    const confusion = confusionAt(Float32Array.of(NaN, 1, 1, 0), Uint8Array.of(1, UNLABELLED, 1, 0), 0.5);
    expect(confusion).toEqual({ truePositive: 1, falsePositive: 0, falseNegative: 0, trueNegative: 1 });
  });

  it("pools patients by adding their counts", () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.float({ min: 0, max: 1, noNaN: true }), (cut, threshold) => {
        const parts = [
          confusionAt(SCORES.subarray(0, cut), LABELS.subarray(0, cut), threshold),
          confusionAt(SCORES.subarray(cut), LABELS.subarray(cut), threshold),
        ];
        expect(parts.reduce(addConfusion, NO_COUNTS)).toEqual(confusionAt(SCORES, LABELS, threshold));
      }),
    );
  });
});

describe("precision, recall and F1", () => {
  it("are null where they are undefined, and 0 where nothing is right", () => {
    expect([precision(NO_COUNTS), recall(NO_COUNTS), f1(NO_COUNTS)]).toEqual([null, null, null]);
    const onlyMissed = { ...NO_COUNTS, falseNegative: 3 };
    expect([precision(onlyMissed), recall(onlyMissed), f1(onlyMissed)]).toEqual([null, 0, 0]);
    const onlyFalse = { ...NO_COUNTS, falsePositive: 3 };
    expect([precision(onlyFalse), recall(onlyFalse), f1(onlyFalse)]).toEqual([0, null, 0]);
  });
});
