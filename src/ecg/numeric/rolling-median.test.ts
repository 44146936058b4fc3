import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile } from "./quantile.ts";
import { rollingMedian, rollingQuantiles, rollingSpread } from "./rolling-median.ts";

const RATES = Float64Array.of(71.2, 68.4, 70.1, 70.1, 120.5, 55.3, 69.9, 71.0, 72.4, 68.8, 90.6);

function plainMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

describe("rollingSpread", () => {
  it("agrees with pandas `rolling(5, center=True, min_periods=1).median()` and with numpy's deviations from it", () => {
    const { median, mad } = rollingSpread(RATES, 5);
    [70.1, 70.1, 70.1, 70.1, 70.1, 70.1, 71.0, 69.9, 71.0, 71.7, 72.4].forEach((value, row) => expect(median[row]).toBeCloseTo(value, 9));
    [1.1, 0.55, 1.1, 1.7, 0.2, 0.9, 1.4, 1.1, 1.4, 1.8, 3.6].forEach((value, row) => expect(mad[row]).toBeCloseTo(value, 9));
  });

  it("is the median and the median deviation of each row's surroundings", () => {
    const values = fc.array(fc.oneof(fc.integer({ min: 60, max: 64 }), fc.double({ min: 15, max: 350, noNaN: true })), { maxLength: 80 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 30 }), (rates, half) => {
        const { median, mad } = rollingSpread(Float64Array.from(rates), 2 * half + 1);
        rates.forEach((_, row) => {
          const around = rates.slice(Math.max(0, row - half), row + half + 1);
          const centre = plainMedian(around);
          expect(median[row]).toBe(centre);
          expect(mad[row]).toBe(plainMedian(around.map((rate) => Math.abs(rate - centre))));
        });
        expect(rollingMedian(Float64Array.from(rates), 2 * half + 1)).toEqual(median);
      }),
    );
  });

  it("refuses a window without a centre, and gaps", () => {
    expect(() => rollingMedian(RATES, 4)).toThrow(RangeError);
    expect(() => rollingMedian(RATES, 0)).toThrow(RangeError);
    expect(() => rollingMedian(Float64Array.of(60, NaN), 3)).toThrow(RangeError);
  });
});

describe("rollingQuantiles", () => {
  it("are the quantiles of each row's surroundings", () => {
    const values = fc.array(fc.double({ min: 15, max: 350, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (rates, half, at) => {
        const [own, lowest] = rollingQuantiles(Float64Array.from(rates), 2 * half + 1, [at, 0]);
        rates.forEach((_, row) => {
          const around = Float64Array.from(rates.slice(Math.max(0, row - half), row + half + 1));
          expect(own[row]).toBe(quantile(around, at));
          expect(lowest[row]).toBe(Math.min(...around));
        });
      }),
    );
  });
});
