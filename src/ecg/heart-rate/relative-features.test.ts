import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeRows } from "./feature-matrix.ts";
import { readReference } from "./fixtures/reference.ts";
import { prematurityInputs } from "./relative-features.ts";

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    if (Number.isNaN(expected[i])) expect(actual[i]).toBeNaN();
    else expect(actual[i]).toBeCloseTo(expected[i], 5);
  }
}

/** Of patient 100, by pandas and numpy. Row 6 is the premature beat, 7 the pause after it, 2271 the last. */
const NUMPY = [
  { at: 1, inputs: [0.001693, 0.003385, 0] },
  { at: 6, inputs: [0.21715, 0.223933, 0.420815] },
  { at: 7, inputs: [0, 0, 0] },
  { at: 8, inputs: [0, 0.163389, 0] },
  { at: 1000, inputs: [0.014117, 0.034792, 0] },
  { at: 2271, inputs: [0.003934, 0, 0] },
];

const rates = fc.array(fc.double({ min: 20, max: 250, noNaN: true }), { minLength: 1, maxLength: 120 });

describe("the relative inputs of patient 100", () => {
  const matrix = prematurityInputs(readReference()[0].column("heart_rate"));

  it.each(NUMPY)("agree with numpy in row $at", ({ at, inputs }) => {
    expectClose(matrix.columns.map((column) => column[at]), inputs);
  });

  it("are named", () => {
    expect(matrix.names).toEqual(["over_median_41", "over_before", "over_after"]);
  });
});

describe("prematurityInputs", () => {
  it("do not change when all rates of a patient are multiplied", () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, factor) => {
        const plain = prematurityInputs(Float64Array.from(values)).columns;
        const scaled = prematurityInputs(Float64Array.from(values, (value) => value * factor)).columns;
        plain.forEach((column, c) => expectClose(scaled[c], column));
      }),
    );
  });

  it("are finite in every row but the first, even for a rate of 0", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.6, 60, 61, 300), { maxLength: 60 }), (values) => {
        const matrix = prematurityInputs(Float64Array.from(values));
        expect(completeRows(matrix).length).toBe(Math.max(0, values.length - 1));
        matrix.columns.forEach((column) => expect(column.includes(Infinity)).toBe(false));
      }),
    );
  });

  it("stand out for an early beat alone, not for the pause after it", () => {
    const [median, before, after] = prematurityInputs(Float64Array.of(60, 60, 60, 90, 42, 60, 60)).columns;
    const standsOut = [1, 2, 3, 4, 5, 6].filter((row) => median[row] > 0.1 && before[row] > 0.1 && after[row] > 0.1);
    expect(standsOut).toEqual([3]);
    expect([median[4], before[4], after[4]]).toEqual([0, 0, 0]);
  });
});
