import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleScores } from "./rule.ts";

const options = { window: 5, spreadFloor: 0.1, pauseShare: 0.5 };

describe("ruleScores", () => {
  it("is what a hand finds", () => {
    // Row 3: median of 60 62 90 45 61 is 61, deviations 1 1 29 16 0, MAD 1; spread 6.1 (the floor): z = 29 / 6.1.
    // Row 4: median of 62 90 45 61 60 is 61, deviations 1 29 16 0 1, MAD 1; z = −16 / 6.1, of which half is taken off.
    const scores = ruleScores(Float64Array.of(61, 60, 62, 90, 45, 61, 60, 62), options);
    expect(scores[3]).toBeCloseTo(29 / 6.1 + 0.5 * (16 / 6.1), 5);
  });

  it("takes the spread where it exceeds the floor", () => {
    // Row 2: median of 50 60 90 100 40 is 60, deviations 10 0 30 40 20, MAD 20; row 3: of 60 90 100 40 70, 70 and 20.
    const scores = ruleScores(Float64Array.of(50, 60, 90, 100, 40, 70, 60), options);
    expect(scores[2]).toBeCloseTo(30 / (1.4826 * 20) - (0.5 * 30) / (1.4826 * 20), 5);
  });

  it("leaves out the first row, and gives the last one its own z", () => {
    const scores = ruleScores(Float64Array.of(60, 60, 60, 60, 90), options);
    expect(scores[0]).toBeNaN();
    expect(scores[4]).toBeCloseTo(30 / 6, 5);
  });

  it("is finite for a rate that is no heart's", () => {
    const scores = ruleScores(Float64Array.of(60, 61, 60, 1e300, 60, 61, 60), options);
    expect(scores[3]).toBeGreaterThan(1000);
    expect(scores.subarray(1).every(Number.isFinite)).toBe(true);
  });

  it("does not change when all rates are multiplied, and is finite for a rate of 0", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 60 }), fc.constantFrom(0.01, 2), (rates, factor) => {
        const scores = ruleScores(Float64Array.from(rates), options);
        const scaled = ruleScores(Float64Array.from(rates, (rate) => rate * factor), options);
        for (let row = 1; row < rates.length; row++) {
          expect(Number.isFinite(scores[row])).toBe(true);
          expect(scaled[row]).toBeCloseTo(scores[row], 4);
        }
      }),
    );
  });
});
