import fc from "fast-check";
import { expect, it } from "vitest";
import { excerptsOf } from "./excerpts.ts";

it("cover a short recording and spread over a long one, apart from each other and within it", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000_000 }), fc.double({ min: 20, max: 2000, noNaN: true }), fc.constantFrom(1, 10, 30), (sampleCount, samplingRateHz, excerptS) => {
      const excerpts = excerptsOf({ sampleCount, samplingRateHz, excerptS });
      expect(excerpts[0].from).toBe(0);
      expect(excerpts.at(-1)?.to).toBe(sampleCount);
      excerpts.forEach(({ from, to }, i) => {
        expect(from).toBeLessThan(to);
        if (i > 0) expect(from).toBeGreaterThanOrEqual(excerpts[i - 1].to);
        expect(to - from).toBeLessThanOrEqual(Math.ceil(excerptS * samplingRateHz));
      });
      const seen = excerpts.reduce((sum, { from, to }) => sum + to - from, 0);
      if (sampleCount <= 5 * excerptS * samplingRateHz) expect(seen).toBe(sampleCount);
    }),
  ));
