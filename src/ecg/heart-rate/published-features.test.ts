import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReference } from "./fixtures/reference.ts";
import { completeRows } from "./feature-matrix.ts";
import { publishedFeatures, publishedInputs } from "./published-features.ts";

/** The largest difference; an empty cell must be empty in both, but where the file leaves the first row empty. */
function largestError(actual: ArrayLike<number>, expected: Float64Array): number {
  let largest = 0;
  for (let row = 1; row < expected.length; row++) {
    const error = Math.abs(actual[row] - expected[row]);
    if (Number.isNaN(actual[row]) !== Number.isNaN(expected[row])) return Infinity;
    if (error > largest) largest = error;
  }
  return largest;
}

describe.each(readReference())("the published features of patient $patientId", ({ column }) => {
  const rateBpm = column("heart_rate");

  it("equal the reference to 1e-6", () => {
    const { hrDiff, hrDiff4, peakLabel } = publishedFeatures(rateBpm);
    expect(rateBpm.length).toBeGreaterThan(2000);
    expect(largestError(hrDiff, column("hr_diff"))).toBeLessThan(1e-6);
    expect(largestError(hrDiff4, column("hr_diff_4"))).toBeLessThan(1e-6);
    expect(largestError(peakLabel, column("peak_label"))).toBe(0);
  });

  it("equal the reference to 1e-6 when scaled", () => {
    const [rate, difference, peak] = publishedInputs({ rateBpm, given: null }).columns;
    expect(largestError(rate, column("hr_norm"))).toBeLessThan(1e-6);
    expect(largestError(difference, column("hr_diff_norm"))).toBeLessThan(1e-6);
    expect(largestError(peak, column("peak_label"))).toBe(0);
  });
});

describe("publishedInputs", () => {
  it("leaves out the first row alone", () => {
    const matrix = publishedInputs({ rateBpm: Float64Array.of(60, 70, 65), given: null });
    expect(Array.from(completeRows(matrix))).toEqual([1, 2]);
  });

  it("lie between 0 and 1 for any rates", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 40 }), (rates) => {
        const matrix = publishedInputs({ rateBpm: Float64Array.from(rates), given: null });
        expect(completeRows(matrix).length).toBe(Math.max(0, rates.length - 1));
        for (const row of completeRows(matrix)) {
          for (const column of matrix.columns) {
            expect(column[row]).toBeGreaterThanOrEqual(0);
            expect(column[row]).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it("uses the columns of a scaled file as they are", () => {
    const given = { hrDiff: Float64Array.of(NaN, 0.25, 0.5), peakLabel: Uint8Array.of(0, 0, 1) };
    const { columns } = publishedInputs({ rateBpm: Float64Array.of(0.5, 0.75, 0.25), given });
    expect(columns.map((column) => Array.from(column))).toEqual([[0.5, 0.75, 0.25], [NaN, 0.25, 0.5], [0, 0, 1]]);
  });
});
