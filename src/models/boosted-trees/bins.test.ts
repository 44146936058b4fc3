import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binValues, quantileEdges } from "./bins.ts";

const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 300 }).map((own) => Float32Array.from(own, (value) => value / 8));

describe("quantileEdges", () => {
  it("gives each value a bin of its own where there are enough", () => {
    expect(Array.from(quantileEdges(Float32Array.of(3, 1, 1, 2, 1), 3))).toEqual([1.5, 2.5]);
    expect(quantileEdges(Float32Array.of(4, 4, 4), 10)).toHaveLength(0);
  });

  it("cuts into bins of as many values each", () => {
    const counts = new Array<number>(8).fill(0);
    const ramp = Float32Array.from({ length: 800 }, (_, i) => i);
    for (const bin of binValues(ramp, quantileEdges(ramp, 8))) counts[bin]++;
    expect(counts).toEqual(new Array(8).fill(100));
  });

  it("gives a frequent value a bin of its own and the others the rest", () => {
    const mostlyZero = Float32Array.from({ length: 1000 }, (_, i) => (i < 900 ? 0 : i));
    const bins = binValues(mostlyZero, quantileEdges(mostlyZero, 11));
    expect(new Set(bins.subarray(0, 900)).size).toBe(1);
    expect(new Set(bins.subarray(900)).size).toBe(10);
  });

  it("makes no more bins than asked for, ascending, none of them empty", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 255 }), (own, bins) => {
        const edges = quantileEdges(own, bins);
        expect(edges.length).toBeLessThan(bins);
        expect(Array.from(edges).toSorted((a, b) => a - b)).toEqual(Array.from(edges));
        expect(new Set(binValues(own, edges)).size).toBe(edges.length + 1);
      }),
    );
  });
});

describe("binValues", () => {
  it("a value is at most an edge exactly when its bin is at most the edge's number", () => {
    fc.assert(
      fc.property(values, values, (known, others) => {
        const edges = quantileEdges(known, 20);
        const bins = binValues(others, edges);
        others.forEach((value, row) => edges.forEach((edge, bin) => expect(bins[row] <= bin).toBe(value <= edge)));
      }),
      { numRuns: 50 },
    );
  });
});
