import fc from "fast-check";
import { expect, it } from "vitest";
import { dealIntoFolds } from "./folds.ts";

it("puts each patient into one fold, and about as many into each", () => {
  const counts = fc.array(fc.nat(20), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 8 }), fc.nat(5), (anomalous, folds, shift) => {
      const labels = anomalous.map((count) => new Uint8Array(20).fill(1, 0, count));
      const dealt = dealIntoFolds(labels, folds, shift);
      expect(dealt.flat().sort((a, b) => a - b)).toEqual(labels.map((_, patient) => patient));
      const sizes = dealt.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

it("deals those with most anomalies first, each round begun further on", () => {
  const labels = [1, 6, 3, 5, 2, 4].map((count) => new Uint8Array(8).fill(1, 0, count));
  expect(dealIntoFolds(labels, 2, 0)).toEqual([
    [1, 5, 4],
    [3, 2, 0],
  ]);
  expect(dealIntoFolds(labels, 2, 1)).toEqual([
    [1, 2, 4],
    [3, 5, 0],
  ]);
});
