import fc from "fast-check";
import { expect, it } from "vitest";
import { placeOfFocus } from "./recording-place.ts";
import { spanAround } from "./time-span.ts";

it("is the middle of the strip, and none at the start", () => {
  expect(placeOfFocus({ span: { fromS: 0, toS: 10 }, beat: null })).toEqual({ beat: null, atS: null });
  expect(placeOfFocus({ span: { fromS: 576.9, toS: 586.9014 }, beat: 3 })).toEqual({ beat: 3, atS: 581.901 });
});

it("leads back to the stretch it was read from, to the millisecond", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.25, max: 86_400, noNaN: true }), share, share, (durationS, timeShare, widthShare) => {
      const widthS = Math.max(0.25, widthShare * durationS);
      const span = spanAround(timeShare * durationS, widthS, durationS);
      const { atS } = placeOfFocus({ span, beat: null });
      expect(Math.abs(spanAround(atS ?? 0, widthS, durationS).fromS - span.fromS)).toBeLessThanOrEqual(0.0006);
    }),
  );
});
