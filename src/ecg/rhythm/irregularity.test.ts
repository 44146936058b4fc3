import { describe, expect, it } from "vitest";
import { sampleEntropyCoefficient } from "./irregularity.ts";

describe("sampleEntropyCoefficient", () => {
  // Reference values: a separate NumPy program that tries each tolerance in turn over all pairs.
  it("agrees with the reference at the first tolerance", () => {
    const irregular = Float64Array.from({ length: 48 }, (_, i) => 700 + ((i * i * 137 + i * 911) % 401));
    expect(sampleEntropyCoefficient(irregular)).toBeCloseTo(-0.6971075817760433, 10);
    const regular = Float64Array.from({ length: 20 }, (_, i) => 800 + ((i * 37) % 23));
    expect(sampleEntropyCoefficient(regular)).toBeCloseTo(-2.6040467888541983, 10);
  });

  it("agrees with the reference where the tolerance has to grow, to 269 ms here", () => {
    const wild = Float64Array.from({ length: 12 }, (_, i) => 400 + ((i * i * 137 + i * 911) % 1201));
    expect(sampleEntropyCoefficient(wild)).toBeCloseTo(0.2835952204626535, 10);
  });

  it("is no higher for bigeminy than for a regular rhythm", () => {
    const bigeminy = Float64Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 600 : 1000) + ((i * 37) % 23));
    expect(sampleEntropyCoefficient(bigeminy)).toBeCloseTo(-2.6040467888541983, 10);
  });

  it("refuses too few intervals", () => {
    expect(() => sampleEntropyCoefficient(new Float64Array(11).fill(800))).toThrow("needs 12 RR intervals, not 11");
  });
});
