import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNLABELLED } from "../table.ts";
import { discordance, mcNemarTest } from "./mcnemar.ts";

describe("McNemar's test", () => {
  it.each([
    { onlyFirstRight: 1, onlySecondRight: 8, pValue: 0.0390625 },
    { onlyFirstRight: 6, onlySecondRight: 0, pValue: 0.03125 },
    { onlyFirstRight: 5, onlySecondRight: 5, pValue: 1 },
    { onlyFirstRight: 10, onlySecondRight: 14, pValue: 0.5412561893463135 },
    { onlyFirstRight: 0, onlySecondRight: 0, pValue: 1 },
  ])("is exact for few discordant rows, as SciPy's binomtest: $onlyFirstRight against $onlySecondRight", ({ pValue, ...counts }) => {
    const test = mcNemarTest(counts);
    expect(test.method).toBe("exact binomial");
    expect(test.pValue).toBeCloseTo(pValue, 12);
  });

  it.each([
    { onlyFirstRight: 121, onlySecondRight: 59, chiSquare: 20.67222222222222, pValue: 5.450094825427117e-6 },
    { onlyFirstRight: 86, onlySecondRight: 150, chiSquare: 16.81779661016949, pValue: 4.114562281345944e-5 },
    { onlyFirstRight: 40, onlySecondRight: 20, chiSquare: 6.016666666666667, pValue: 0.014171388254012323 },
    { onlyFirstRight: 300, onlySecondRight: 100, chiSquare: 99.0025, pValue: 2.5218321340413693e-23 },
    { onlyFirstRight: 12, onlySecondRight: 13, chiSquare: 0, pValue: 1 },
  ])("is the corrected chi-square's for many, as SciPy's chi2.sf: $onlyFirstRight against $onlySecondRight", ({ chiSquare, pValue, ...counts }) => {
    const test = mcNemarTest(counts);
    expect(test.method).toBe("chi-square with continuity correction");
    expect(test.chiSquare).toBeCloseTo(chiSquare, 12);
    expect(test.pValue / pValue).toBeCloseTo(1, 10);
  });

  it("does not depend on which comes first, and is a probability", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (a, b) => {
        const { pValue } = mcNemarTest({ onlyFirstRight: a, onlySecondRight: b });
        expect(mcNemarTest({ onlyFirstRight: b, onlySecondRight: a }).pValue).toBe(pValue);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it("discordant rows are those that one names rightly and the other does not", () => {
  const truth = Uint8Array.of(0, 1, 2, 1, UNLABELLED, 0);
  const first = Uint8Array.of(0, 1, 1, 0, 0, 1);
  const second = Uint8Array.of(0, 2, 2, 1, 1, 2);
  expect(discordance(truth, first, second)).toEqual({ onlyFirstRight: 1, onlySecondRight: 2 });
});
