import fc from "fast-check";
import { expect, it } from "vitest";
import { spanAround } from "./time-span.ts";

const seconds = (min: number) => fc.double({ min, max: 86_400, noNaN: true });

it("holds the moment, is as wide as asked, and lies within a recording that is wide enough", () => {
  fc.assert(
    fc.property(seconds(0), seconds(1), seconds(1), (timeS, widthS, durationS) => {
      fc.pre(timeS <= durationS);
      const { fromS, toS } = spanAround(timeS, widthS, durationS);
      expect(toS - fromS).toBeCloseTo(widthS, 6);
      expect(fromS).toBeLessThanOrEqual(timeS);
      expect(fromS).toBeGreaterThanOrEqual(0);
      expect(toS).toBeGreaterThanOrEqual(timeS - 1e-9);
      if (widthS <= durationS) expect(toS).toBeLessThanOrEqual(durationS + 1e-9);
    }),
  );
});
