import { describe, expect, it } from "vitest";
import { quantile, quantiles } from "./quantile.ts";

const RATES = Float64Array.of(71.2, 68.4, 70.1, 70.1, 120.5, 55.3, 69.9, 71.0, 72.4, 68.8, 90.6);

describe("quantile", () => {
  it("agrees with numpy 1.24 `quantile`", () => {
    const expected = [55.3, 61.85, 69.35, 70.1, 105.55, 120.5];
    quantiles(RATES, [0, 0.05, 0.25, 0.5, 0.95, 1]).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 10));
  });

  it("leaves out NaN and its input's order", () => {
    const values = Float32Array.of(NaN, 3, 1, NaN, 2);
    expect(quantile(values, 0.5)).toBe(2);
    expect(Array.from(values)).toEqual([NaN, 3, 1, NaN, 2]);
    expect(quantile(Float64Array.of(NaN), 0.5)).toBeNaN();
  });

  it("refuses a share outside 0..1", () => {
    expect(() => quantile(RATES, 1.01)).toThrow(RangeError);
    expect(() => quantile(RATES, NaN)).toThrow(RangeError);
  });
});
