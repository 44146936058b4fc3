import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rateSummary } from "./rate-summary.ts";
import { repeated, seriesOf } from "./testing.ts";

describe("rateSummary", () => {
  it("finds the slowest and the fastest run of intervals", () => {
    const { meanBpm, slowest, fastest } = rateSummary(seriesOf([...repeated(1000, 10), ...repeated(500, 10), ...repeated(1200, 10)]));
    expect(slowest).toEqual({ rateBpm: 50, firstBeat: 20, lastBeat: 28 });
    expect(fastest).toEqual({ rateBpm: 120, firstBeat: 10, lastBeat: 18 });
    expect(meanBpm).toBeCloseTo((60 * 30) / 27);
  });
  it("averages over no unusable stretch", () => {
    const unusable = [{ from: 4200, to: 4400, cause: "flat" as const }];
    expect(rateSummary(seriesOf([...repeated(1000, 9), 900], { unusable }), 5)).toMatchObject({ slowest: { firstBeat: 5, rateBpm: 300 / 4.9 }, fastest: { firstBeat: 5 } });
  });
  it("says nothing of too few intervals", () => {
    expect(rateSummary(seriesOf(repeated(1000, 7)))).toEqual({ meanBpm: 60, slowest: null, fastest: null });
    expect(rateSummary(seriesOf([]))).toEqual({ meanBpm: null, slowest: null, fastest: null });
  });
  it("has the mean of any eight in a row between its extremes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 250, max: 2500 }), { minLength: 8, maxLength: 200 }), (lengths) => {
        const { slowest, fastest } = rateSummary(seriesOf(lengths));
        for (let i = 0; i + 8 <= lengths.length; i++) {
          const rate = (60_000 * 8) / lengths.slice(i, i + 8).reduce((sum, ms) => sum + ms, 0);
          expect(rate).toBeGreaterThanOrEqual((slowest?.rateBpm ?? Infinity) - 1e-9);
          expect(rate).toBeLessThanOrEqual((fastest?.rateBpm ?? 0) + 1e-9);
        }
      }),
    );
  });
});
