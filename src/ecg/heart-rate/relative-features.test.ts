import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeRows, type FeatureMatrix } from "./feature-matrix.ts";
import { readReference } from "./fixtures/reference.ts";
import { prematurityInputs, relativeFeatures } from "./relative-features.ts";

const row = ({ columns }: FeatureMatrix, at: number) => columns.map((column) => column[at]);

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) {
    if (Number.isNaN(expected[i])) expect(actual[i]).toBeNaN();
    else expect(actual[i]).toBeCloseTo(expected[i], 5);
  }
}

/** Of patient 100, by pandas and numpy. Row 6 is the premature beat, 7 the pause after it, 2271 the last. */
const NUMPY = [
  { at: 1, inputs: [0.001693, 0.003385, 0], signed: [-0.024307, 0.001693, 0, 0.033855], spread: 0.025999 },
  { at: 6, inputs: [0.21715, 0.223933, 0.420815], signed: [0.192843, 0.21715, 0.21715, 4.343005], spread: 0.024307 },
  { at: 7, inputs: [0, 0, 0], signed: [-0.227971, -0.203664, -0.203664, -4.073287], spread: 0.024307 },
  { at: 8, inputs: [0, 0.163389, 0], signed: [-0.040276, -0.040276, -0.040276, -0.805515], spread: 0.024307 },
  { at: 1000, inputs: [0.014117, 0.034792, 0], signed: [0, 0.014117, 0.010669, 0.282345], spread: 0.02748 },
  { at: 2271, inputs: [0.003934, 0, 0], signed: [-0.015634, 0.003934, 0.056788, 0.078679], spread: 0.015644 },
];

const rates = fc.array(fc.double({ min: 20, max: 250, noNaN: true }), { minLength: 1, maxLength: 120 });

describe("relative features of patient 100", () => {
  const rate = readReference()[0].column("heart_rate");
  const inputs = prematurityInputs(rate);
  const signed = relativeFeatures(rate);

  it.each(NUMPY)("agree with numpy in row $at", ({ at, inputs: expected, signed: expectedSigned, spread }) => {
    expectClose(row(inputs, at), expected);
    expectClose(row(signed, at).slice(0, 4), expectedSigned);
    expect(row(signed, at)[6]).toBeCloseTo(spread, 5);
    expect(row(signed, at)[4]).toBeCloseTo(Math.log(rate[at] / rate[at - 1]), 5);
    expect(row(signed, at)[5]).toBeCloseTo(at === 2271 ? 0 : Math.log(rate[at] / rate[at + 1]), 5);
  });

  it("have as many names as columns", () => {
    expect(inputs.names).toEqual(["over_median_41", "over_before", "over_after"]);
    expect(signed.names.length).toBe(signed.columns.length);
  });
});

describe.each([
  { name: "prematurityInputs", features: prematurityInputs },
  { name: "relativeFeatures", features: relativeFeatures },
])("$name", ({ name, features }) => {
  it("do not change when all rates of a patient are multiplied", () => {
    fc.assert(
      fc.property(rates, fc.double({ min: 0.01, max: 100, noNaN: true }), (values, factor) => {
        const plain = features(Float64Array.from(values)).columns;
        const scaled = features(Float64Array.from(values, (value) => value * factor)).columns;
        plain.forEach((column, c) => expectClose(scaled[c], column));
      }),
    );
  });

  it("are finite in every row, but for the forest's first, even for a rate of 0", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 0.6, 60, 61, 300), { maxLength: 60 }), (values) => {
        const matrix = features(Float64Array.from(values));
        const unscored = name === "prematurityInputs" ? Math.min(1, values.length) : 0;
        expect(completeRows(matrix).length).toBe(values.length - unscored);
        matrix.columns.forEach((column) => expect(column.includes(Infinity) || column.includes(-Infinity)).toBe(false));
      }),
    );
  });
});
