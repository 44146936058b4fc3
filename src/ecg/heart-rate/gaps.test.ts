import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillGaps } from "./gaps.ts";

const gap = NaN;

/** Outputs of pandas 1.5.3 with SciPy 1.10.1: `interpolate(method="polynomial", order=2)`, then `.ffill().bfill()`. */
const PANDAS = [
  {
    name: "three known values",
    rate: [60, gap, 72, gap, gap, 66],
    filled: [60, 67.6, 72, 73.2, 71.2, 66],
  },
  {
    name: "leading and trailing gaps",
    rate: [gap, gap, 80, gap, 75, 90, gap, gap, gap, 62, 61, gap],
    filled: [80, 80, 80, 70.480392157, 75, 90, 94.12745098, 83.823529412, 69.607843137, 62, 61, 61],
  },
  {
    name: "several gaps",
    rate: [90.4, 44.4, 74.2, gap, gap, 67.8, 49.8, 67.7, 61.3, gap, 72.3, 66.5, 67.2, 63.3, 59.4, gap, gap, gap, 79.6, 68],
    filled: [
      90.4, 44.4, 74.2, 91.973935678, 85.336287212, 67.8, 49.8, 67.7, 61.3, 65.954804575, 72.3, 66.5, 67.2, 63.3, 59.4,
      62.064388536, 72.212333031, 81.00411101, 79.6, 68,
    ],
  },
  {
    name: "gaps of very different length",
    rate: [70, 72, gap, gap, gap, gap, gap, gap, 68, gap, 120, 60, gap, 64],
    filled: [
      70, 72, 68.81730751, 60.45192253, 46.903845059, 30.767266726, 27.607337292, 40.018248383, 68, 111.552592143, 120,
      60, 35.555399586, 64,
    ],
  },
];

const rateWithGaps = fc.array(fc.option(fc.double({ min: 15, max: 350, noNaN: true }), { nil: gap }), { maxLength: 60 });

describe("fillGaps", () => {
  it.each(PANDAS)("agrees with pandas: $name", ({ rate, filled }) => {
    const result = fillGaps(Float64Array.from(rate));
    filled.forEach((value, row) => expect(result.filled[row]).toBeCloseTo(value, 7));
    expect(Array.from(result.isFilled)).toEqual(rate.map((value) => (Number.isNaN(value) ? 1 : 0)));
    expect(result.count).toBe(rate.filter(Number.isNaN).length);
  });

  it("draws a line between two known values and repeats a single one", () => {
    expect(Array.from(fillGaps(Float64Array.of(gap, 60, gap, gap, 90)).filled)).toEqual([60, 60, 70, 80, 90]);
    expect(Array.from(fillGaps(Float64Array.of(gap, 71, gap)).filled)).toEqual([71, 71, 71]);
  });

  it("leaves a series without any value as it is", () => {
    const { filled, isFilled, count } = fillGaps(Float64Array.of(gap, gap));
    expect(Array.from(filled)).toEqual([gap, gap]);
    expect(Array.from(isFilled)).toEqual([0, 0]);
    expect(count).toBe(0);
  });

  it("keeps every known value, fills every gap with a finite one, and leaves its input alone", () => {
    fc.assert(
      fc.property(rateWithGaps, (values) => {
        const rate = Float64Array.from(values);
        const { filled, isFilled, count } = fillGaps(rate);
        expect(Array.from(rate)).toEqual(values);
        values.forEach((value, row) => !Number.isNaN(value) && expect(filled[row]).toBe(value));
        if (values.some((value) => !Number.isNaN(value))) {
          expect(filled.every(Number.isFinite)).toBe(true);
          expect(count).toBe(isFilled.reduce((sum, bit) => sum + bit, 0));
        }
      }),
    );
  });

  it("reproduces a parabola wherever a value lies on both sides", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 8, maxLength: 60 }), (missing) => {
        const parabola = (row: number) => 60 + 0.8 * row - 0.02 * row * row;
        const rate = Float64Array.from(missing, (isMissing, row) => (isMissing ? gap : parabola(row)));
        const known = missing.flatMap((isMissing, row) => (isMissing ? [] : [row]));
        if (known.length < 3) return;
        const { filled } = fillGaps(rate);
        for (let row = known[0]; row <= known[known.length - 1]; row++) expect(filled[row]).toBeCloseTo(parabola(row), 6);
      }),
    );
  });
});
