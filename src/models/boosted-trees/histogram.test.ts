import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomBins, randomNumbers } from "./fixtures.ts";
import { fillHistogram, subtractHistogram } from "./histogram.ts";

const pairsOf = (rows: Uint32Array, numbers: Float64Array) => Float64Array.from(rows.length === 0 ? [] : Array.from(rows).flatMap((row) => [numbers[row], Math.abs(numbers[row]) + 0.1]));

describe("histograms", () => {
  it("sum gradient and hessian by feature and bin", () => {
    const histogram = new Float64Array(8).fill(99);
    const binned = { columns: [Uint8Array.of(0, 1, 1, 0), Uint8Array.of(1, 1, 1, 0)], bins: 2 };
    fillHistogram(histogram, binned, Uint32Array.of(0, 1, 3), Float64Array.of(1, 10, 2, 20, 4, 40));
    expect(Array.from(histogram)).toEqual([5, 50, 2, 20, 4, 40, 3, 30]);
  });

  it("of a child are its parent's less its sibling's", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 2, max: 30 }), (seed, count, bins) => {
        const binned = randomBins(seed, { rows: count, features: 3, bins });
        const numbers = randomNumbers(seed, count);
        const rows = Uint32Array.from({ length: count }, (_, row) => row);
        const isLeft = (row: number) => binned.columns[0][row] < bins / 2;
        const sumOf = (own: Uint32Array) => {
          const histogram = new Float64Array(6 * bins);
          fillHistogram(histogram, binned, own, pairsOf(own, numbers));
          return histogram;
        };
        const subtracted = sumOf(rows);
        subtractHistogram(subtracted, sumOf(rows.filter(isLeft)));
        const direct = sumOf(rows.filter((row) => !isLeft(row)));
        subtracted.forEach((value, i) => expect(value).toBeCloseTo(direct[i], 10));
      }),
      { numRuns: 50 },
    );
  });
});
