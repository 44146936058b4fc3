import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { columnExtremes, pyramidLevels, type ColumnQuery, type SignalPyramid } from "./signal-pyramid.ts";

const signalPyramid = (samples: Float32Array<ArrayBuffer>): SignalPyramid => ({ samples, levels: pyramidLevels(samples) });

function noise(samples: number, seed: number): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Float32Array.from({ length: samples }, () => random.normal());
}

/** Each column by looking at all its samples. */
function plainExtremes(samples: Float32Array, { fromSample, toSample, columns }: ColumnQuery) {
  const firstOf = (column: number) => Math.min(Math.floor(fromSample + (column * (toSample - fromSample)) / columns), samples.length - 1);
  return Array.from({ length: columns }, (_, column) => {
    const first = firstOf(column);
    const next = column + 1 < columns ? firstOf(column + 1) : Math.ceil(toSample);
    const own = samples.subarray(first, Math.max(next, first + 1));
    return [Math.min(...own), Math.max(...own)];
  });
}

const scene = fc
  .record({
    samples: fc.oneof(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1000, max: 6000 })),
    seed: fc.nat(),
    bounds: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    columns: fc.integer({ min: 1, max: 300 }),
    isWhole: fc.boolean(),
  })
  .map(({ samples, seed, bounds, columns, isWhole }) => {
    const at = (share: number) => (isWhole ? Math.round(share * samples) : share * samples);
    const query = { fromSample: at(Math.min(...bounds)), toSample: at(Math.max(...bounds)), columns };
    return { samples: noise(samples, seed), query };
  })
  .filter(({ query }) => query.fromSample < query.toSample);

describe("columnExtremes", () => {
  it("finds the lowest and the highest sample of each column, at any zoom", () => {
    fc.assert(
      fc.property(scene, ({ samples, query }) => {
        const { min, max } = columnExtremes(signalPyramid(samples), query);
        expect(Array.from(min, (lowest, column) => [lowest, max[column]])).toEqual(plainExtremes(samples, query));
      }),
      { numRuns: 200 },
    );
  });

  it("loses no R peak: a spike anywhere in the part drawn stands in some column", () => {
    fc.assert(
      fc.property(scene, fc.double({ min: 0, max: 1, noNaN: true }), ({ samples, query }, place) => {
        const first = Math.floor(query.fromSample);
        const spike = Math.min(first + Math.floor(place * (Math.ceil(query.toSample) - first)), Math.ceil(query.toSample) - 1);
        const { max } = columnExtremes(signalPyramid(samples.with(spike, 100)), query);
        expect(Math.max(...max)).toBe(100);
        const { min } = columnExtremes(signalPyramid(samples.with(spike, -100)), query);
        expect(Math.min(...min)).toBe(-100);
      }),
      { numRuns: 200 },
    );
  });

  it("shows single samples where columns are narrower", () => {
    const { min, max } = columnExtremes(signalPyramid(Float32Array.of(1, 2, 3)), { fromSample: 0, toSample: 3, columns: 6 });
    expect(Array.from(min)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(max).toEqual(min);
  });

  it("takes less than 30 % of the signal's memory", () => {
    for (const samples of [1, 17, 5000, 1_000_000]) {
      const bytes = signalPyramid(new Float32Array(samples)).levels.reduce((sum, { min, max }) => sum + min.byteLength + max.byteLength, 0);
      expect(bytes).toBeLessThan(0.3 * 4 * samples);
    }
  });

  it("refuses what is no part of the lead", () => {
    const pyramid = signalPyramid(new Float32Array(10));
    for (const [fromSample, toSample] of [[-1, 5], [5, 5], [0, 11], [NaN, 5]]) {
      expect(() => columnExtremes(pyramid, { fromSample, toSample, columns: 4 })).toThrow(RangeError);
    }
    expect(() => columnExtremes(pyramid, { fromSample: 0, toSample: 5, columns: 0 })).toThrow(RangeError);
    expect(signalPyramid(new Float32Array(0)).levels).toEqual([]);
  });
});
