import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unusableStretches } from "./unusable-stretches.ts";

const RATE_HZ = 250;

/** Beats a second apart on a baseline with a little wander, rounded to 5 µV as recorders do. */
function ecg(durationS: number): Float32Array {
  return Float32Array.from({ length: durationS * RATE_HZ }, (_, i) => {
    const t = (i / RATE_HZ) % 1;
    const mv = 1.2 * Math.exp(-(((t - 0.4) / 0.012) ** 2)) + 0.3 * Math.exp(-(((t - 0.7) / 0.05) ** 2)) + 0.05 * Math.sin(i / 90) + 0.004 * Math.sin(i * 1.7);
    return Math.round(mv / 0.005) * 0.005;
  });
}

function replaced(samples: Float32Array, from: number, to: number, value: number): Float32Array {
  return samples.map((sample, i) => (i >= from && i < to ? value : sample));
}

describe("unusableStretches", () => {
  it("finds nothing in a clean signal", () => expect(unusableStretches(ecg(20), RATE_HZ)).toEqual([]));

  it("finds a stretch of one value from a second on", () => {
    const clean = ecg(10);
    expect(unusableStretches(replaced(clean, 500, 750, 0.0625), RATE_HZ)).toEqual([{ from: 500, to: 750, cause: "flat" }]);
    expect(unusableStretches(replaced(clean, 500, 745, 0.0625), RATE_HZ)).toEqual([]);
  });

  it("takes a signal without any change as flat, not as saturated", () => {
    expect(unusableStretches(new Float32Array(1000).fill(2), RATE_HZ)).toEqual([{ from: 0, to: 1000, cause: "flat" }]);
  });

  it("finds R waves that are cut off", () => {
    const clipped = ecg(3).map((sample) => Math.min(sample, 0.4));
    const found = unusableStretches(clipped, RATE_HZ);
    expect(found.map(({ cause }) => cause)).toEqual(["saturated", "saturated", "saturated"]);
    for (const { from, to } of found) for (let i = from; i < to; i++) expect(clipped[i]).toBe(Math.fround(0.4));
  });

  it("finds a baseline that has run into the limit, at either end", () => {
    expect(unusableStretches(replaced(ecg(10), 1000, 1100, 5), RATE_HZ)).toEqual([{ from: 1000, to: 1100, cause: "saturated" }]);
    expect(unusableStretches(replaced(ecg(10), 0, 600, -5), RATE_HZ)).toEqual([{ from: 0, to: 600, cause: "saturated" }]);
  });

  it("leaves the isoelectric line of a lead without negative waves alone, though it is the lowest value", () => {
    const coarse = ecg(10).map((sample) => Math.max(0, Math.round(sample / 0.1) * 0.1));
    expect(unusableStretches(coarse, RATE_HZ)).toEqual([]);
  });

  it("does not count held values of missing samples as flat", () => {
    const held = replaced(ecg(10), 500, 1000, 0.0625);
    expect(unusableStretches(held, RATE_HZ, [{ from: 500, to: 1000 }])).toEqual([{ from: 500, to: 1000, cause: "missing" }]);
    expect(unusableStretches(held, RATE_HZ, [{ from: 500, to: 700 }])).toEqual([
      { from: 500, to: 700, cause: "missing" },
      { from: 700, to: 1000, cause: "flat" },
    ]);
  });

  it("takes an empty signal", () => expect(unusableStretches(new Float32Array(0), RATE_HZ)).toEqual([]));

  it("is ascending, disjoint and within the signal, and holds all that is missing", () => {
    const level = fc.record({ value: fc.constantFrom(-5, 0, 0.1, 0.3, 5), length: fc.integer({ min: 1, max: 60 }) });
    const cuts = fc.uniqueArray(fc.nat({ max: 400 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 30 }), cuts, (levels, at) => {
        const samples = Float32Array.from(levels.flatMap(({ value, length }) => new Array<number>(length).fill(value)));
        const sorted = at.map((cut) => Math.min(cut, samples.length)).sort((a, b) => a - b);
        const missing = [{ from: sorted[0], to: sorted[1] }].filter(({ from, to }) => to > from);
        const found = unusableStretches(samples, 30, missing);
        let last = 0;
        for (const { from, to } of found) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(samples.length);
        expect(found.filter(({ cause }) => cause === "missing").map(({ from, to }) => ({ from, to }))).toEqual(missing);
      }),
    );
  });
});
