import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { binCounts, expectedIndex, quantileEdges, stabilityIndex } from "./stability-index.ts";

describe("stabilityIndex", () => {
  it("is what NumPy gives for shares with half a row added to each bin", () => {
    expect(stabilityIndex(Float64Array.of(30, 50, 20), Float64Array.of(250, 500, 250))).toBeCloseTo(0.019547725253128333, 14);
    expect(stabilityIndex(Float64Array.of(100, 0, 0), Float64Array.of(250, 500, 250))).toBeCloseTo(4.267059413084618, 12);
  });

  it("is 0 for the same counts, and never below", () => {
    const counts = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }).map((values) => Float64Array.from(values));
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(stabilityIndex(a, a)).toBe(0);
        expect(stabilityIndex(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is on average what Yurdakul and Naranjo give, where nothing drifted", () => {
    const random = seededRandom(4);
    const draw = (size: number) => Float64Array.from({ length: size }, () => random.normal());
    const [n, m] = [400, 2000];
    let sum = 0;
    for (let trial = 0; trial < 300; trial++) {
      const reference = draw(m);
      const edges = quantileEdges(reference, 1e-6);
      sum += stabilityIndex(binCounts(draw(n), edges), binCounts(reference, edges));
    }
    expect(sum / 300 / expectedIndex(10, n, m)).toBeCloseTo(1, 1);
  });
});

describe("bins", () => {
  it("hold about as many values each and are open at both ends", () => {
    const random = seededRandom(1);
    const values = Float64Array.from({ length: 1000 }, () => Math.round(random.normal() * 100) / 100);
    const counts = binCounts(values, quantileEdges(values, 0.01));
    expect(counts).toHaveLength(10);
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(10);
    expect(binCounts(Float64Array.of(-1e9, NaN, 1e9), quantileEdges(values, 0.01))).toMatchObject({ 0: 1, 9: 1 });
  });

  it("tell a constant from what is above and below it, but not from what rounds to it", () => {
    const edges = quantileEdges(new Float64Array(50).fill(1), 0.01);
    expect(Array.from(edges)).toEqual([0.995, 1.005]);
    expect(Array.from(binCounts(Float64Array.of(0.9, 1, 1, 2), edges))).toEqual([1, 2, 1]);
  });
});
