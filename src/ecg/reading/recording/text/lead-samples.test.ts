import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { LeadSamples, type Insertion } from "./lead-samples.ts";

const BLOCK = 1 << 20;

afterEach(() => void vi.unstubAllGlobals());

function finished(count: number, insertions: readonly Insertion[]): Float32Array {
  const lead = new LeadSamples();
  for (let i = 0; i < count; i++) lead.push(i);
  return lead.finish(insertions);
}

it("puts what is missing where it belongs, at the edges of blocks too", () => {
  const insertions = [{ before: 3, count: 2 }, { before: BLOCK, count: 4 }, { before: BLOCK + 1, count: 1 }];
  const samples = finished(BLOCK + 5, insertions);
  expect(samples).toHaveLength(BLOCK + 12);
  expect([...samples.subarray(0, 7)]).toEqual([0, 1, 2, NaN, NaN, 3, 4]);
  expect([...samples.subarray(BLOCK + 1)]).toEqual([BLOCK - 1, NaN, NaN, NaN, NaN, BLOCK, NaN, BLOCK + 1, BLOCK + 2, BLOCK + 3, BLOCK + 4]);
});

it("takes whole blocks, and nothing", () => {
  expect(finished(2 * BLOCK, [])[2 * BLOCK - 1]).toBe(2 * BLOCK - 1);
  expect(finished(0, [])).toHaveLength(0);
});

it("takes memory by the samples that came: a thousand leads of a short file have no block of a long one each", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (count) => {
      let taken = 0;
      vi.stubGlobal("Float32Array", class extends Float32Array {
        constructor(length: number) {
          super(length);
          taken += length;
        }
      });
      const lead = new LeadSamples();
      for (let i = 0; i < count; i++) lead.push(i);
      expect(taken).toBeLessThanOrEqual(Math.max(1024, 2 * count));
    }),
    { numRuns: 20 },
  );
});
