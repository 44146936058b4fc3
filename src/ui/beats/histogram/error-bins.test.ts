import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorBins } from "./error-bins.ts";

const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0);

const NONE = new Float32Array();

describe("errorBins", () => {
  it("counts errors in bins of a round width", () => {
    const bins = errorBins({ normal: Float32Array.of(0, 0.9, 4.9), anomalous: Float32Array.of(59.5, 60), unlabelled: NONE }, 26);
    expect(bins.upper).toBe(60);
    expect(Array.from(bins.normal)).toEqual([3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(bins.anomalous[11]).toBe(2);
    expect(bins.beyond).toBe(0);
  });

  it("keeps one huge error from pressing the others into one bin", () => {
    const normal = Float32Array.from({ length: 1000 }, (_, beat) => (beat === 0 ? 1e6 : beat % 20)).sort();
    const bins = errorBins({ normal, anomalous: NONE, unlabelled: NONE }, 10);
    expect(bins.upper).toBeLessThan(30);
    expect(bins.beyond).toBe(1);
    expect(sum(bins.normal)).toBe(1000);
  });

  it("reaches past the threshold and counts every beat once", () => {
    const errors = fc.array(fc.float({ min: 0, max: 1e6, noNaN: true })).map((values) => Float32Array.from(values).sort());
    fc.assert(
      fc.property(fc.record({ normal: errors, anomalous: errors, unlabelled: errors }), fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (sorted, threshold) => {
        const bins = errorBins(sorted, threshold);
        expect(bins.upper).toBeGreaterThan(threshold);
        expect(bins.normal.length).toBeLessThanOrEqual(60);
        for (const group of ["normal", "anomalous", "unlabelled"] as const) expect(sum(bins[group])).toBe(sorted[group].length);
      }),
    );
  });
});
