import { describe, expect, it } from "vitest";
import { bestLeafValue, bestSplit } from "./split.ts";

/** One feature of three bins with (G, H) = (−2, 1), (1, 1), (3, 2): together (2, 4). */
const histogram = Float64Array.of(-2, 1, 1, 1, 3, 2);
const total = { gradient: 2, hessian: 4 };

describe("bestSplit", () => {
  it("finds the gain that one computes by hand", () => {
    // After bin 0: 4/2 + 16/4 − 4/5 = 5.2. After bin 1: 1/3 + 9/3 − 4/5 = 2.53.
    const split = bestSplit(histogram, 3, total, { lambda: 1, minChildWeight: 0.5 });
    expect(split).toMatchObject({ feature: 0, bin: 0, left: { gradient: -2, hessian: 1 }, right: { gradient: 4, hessian: 3 } });
    expect(split?.gain).toBeCloseTo(5.2, 12);
  });

  it("leaves each side its least hessian, and is null where it cannot", () => {
    const split = bestSplit(histogram, 3, total, { lambda: 1, minChildWeight: 1.5 });
    expect(split?.bin).toBe(1);
    expect(split?.gain).toBeCloseTo(1 / 3 + 3 - 0.8, 12);
    expect(bestSplit(histogram, 3, total, { lambda: 1, minChildWeight: 2.5 })).toBeNull();
  });

  it("takes the feature that gains more, the first of equals", () => {
    const blunt = Float64Array.of(1, 2, 1, 2, 0, 0);
    const rules = { lambda: 1, minChildWeight: 0.5 };
    expect(bestSplit(Float64Array.of(...blunt, ...histogram), 3, total, rules)?.feature).toBe(1);
    expect(bestSplit(Float64Array.of(...histogram, ...histogram), 3, total, rules)?.feature).toBe(0);
  });

  it("splits nothing that is alike on both sides", () => {
    expect(bestSplit(Float64Array.of(1, 1, 1, 1), 2, { gradient: 2, hessian: 2 }, { lambda: 0, minChildWeight: 0.5 })).toBeNull();
  });
});

it("a leaf's value is −G / (H + λ)", () => {
  expect(bestLeafValue({ gradient: 4, hessian: 3 }, 1)).toBe(-1);
  expect(bestLeafValue({ gradient: -2, hessian: 1 }, 0)).toBe(2);
});
