import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPeaks } from "./match-peaks.ts";

const ascending = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }).map((values) => Uint32Array.from(values).sort());

describe("matchPeaks", () => {
  it.each<[string, number[], number[], number[]]>([
    ["pairs what is near", [100, 200, 300], [103, 195, 310], [0, 1, 2]],
    ["takes the tolerance itself for near, and no more", [100, 200], [110, 211], [0, -1]],
    ["prefers the nearer of two detections", [100], [92, 101], [1]],
    ["prefers the nearer of two beats", [100, 108], [107], [-1, 0]],
    ["pairs both of two close beats, each with its own", [100, 108], [94, 105], [0, 1]],
    ["has nothing to pair", [], [5], []],
    ["misses all", [5, 50], [], [-1, -1]],
  ])("%s", (_, reference, detected, expected) => {
    expect([...matchPeaks(Uint32Array.from(reference), Uint32Array.from(detected), 10).detectionOf]).toEqual(expected);
  });

  it("pairs one to one, in order, and within the tolerance", () => {
    fc.assert(
      fc.property(ascending, ascending, fc.integer({ min: 0, max: 60 }), (reference, detected, tolerance) => {
        const { detectionOf, matched, missed, extra } = matchPeaks(reference, detected, tolerance);
        const pairs = [...detectionOf].map((d, r) => [r, d] as const).filter(([, d]) => d >= 0);
        expect([matched, missed, extra]).toEqual([pairs.length, reference.length - pairs.length, detected.length - pairs.length]);
        pairs.forEach(([r, d], i) => {
          expect(Math.abs(reference[r] - detected[d])).toBeLessThanOrEqual(tolerance);
          if (i > 0) expect(d).toBeGreaterThan(pairs[i - 1][1]);
        });
      }),
    );
  });

  it("pairs each beat with itself, and as many whichever side is the reference", () => {
    fc.assert(
      fc.property(ascending, ascending, (a, b) => {
        expect(matchPeaks(a, a, 20)).toMatchObject({ matched: a.length, missed: 0, extra: 0 });
        expect(matchPeaks(a, b, 20).matched).toBe(matchPeaks(b, a, 20).matched);
      }),
    );
  });
});
