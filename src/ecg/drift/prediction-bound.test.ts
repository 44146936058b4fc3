import { describe, expect, it } from "vitest";
import { predictionBound, studentQuantile } from "./prediction-bound.ts";

describe("predictionBound", () => {
  it("has Student's quantiles as SciPy's t.ppf", () => {
    const known: [share: number, freedom: number, quantile: number][] = [
      [0.975, 1, 12.706204736432095], [0.975, 2, 4.302652729911275], [0.975, 4, 2.7764451051977934], [0.975, 21, 2.079613844727662], [0.975, 199, 1.971956544249395], [0.95, 10, 1.8124611228107335],
    ];
    for (const [share, freedom, quantile] of known) expect(studentQuantile(share, freedom) / quantile).toBeCloseTo(1, 8);
  });

  it("is the mean plus t s √(1 + 1/m)", () => {
    expect(predictionBound([1, 2, 3, 4, 5], { independent: 5, share: 0.975 })).toBeCloseTo(3 + 2.7764451051977987 * Math.sqrt(2.5) * Math.sqrt(1.2), 8);
  });
});
