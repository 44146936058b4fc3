import fc from "fast-check";
import { expect, it } from "vitest";
import { mergeStretches } from "./merge-stretches.ts";

const list = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([from, length]) => ({ from, to: from + length })));

it("holds the samples of all lists, in ascending stretches with something between them", () => {
  fc.assert(fc.property(list, list, (a, b) => {
    const merged = mergeStretches(a, b);
    for (let sample = 0; sample < 90; sample++) {
      const isIn = ({ from, to }: { from: number; to: number }) => sample >= from && sample < to;
      expect(merged.some(isIn)).toBe([...a, ...b].some(isIn));
    }
    merged.forEach(({ from }, i) => expect(from).toBeGreaterThan(merged[i - 1]?.to ?? -1));
  }));
});
