import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepInside, spanWidth } from "../strip-scale.ts";
import { followStrip, leastMinutesSpan, levelsOf, minutesAround, stripWithin } from "./level-spans.ts";

const DAY_S = 86_400;

describe("levelsOf", () => {
  it("leaves out what would show the same twice", () => {
    expect(levelsOf(10, 10)).toEqual({ hasWhole: false, hasMinutes: false });
    expect(levelsOf(60, 10)).toEqual({ hasWhole: false, hasMinutes: true });
    expect(levelsOf(1800, 10)).toEqual({ hasWhole: true, hasMinutes: true });
    expect(levelsOf(0.004, 10)).toEqual({ hasWhole: false, hasMinutes: false });
  });
});

describe("the middle level", () => {
  it("begins with two minutes around the strip", () => {
    expect(minutesAround({ fromS: 600, toS: 610 }, DAY_S)).toEqual({ fromS: 545, toS: 665 });
    expect(minutesAround({ fromS: 0, toS: 10 }, 45)).toEqual({ fromS: 0, toS: 45 });
  });

  it("stays while it holds the strip, then turns the page", () => {
    const minutes = { fromS: 100, toS: 220 };
    expect(followStrip(minutes, { fromS: 205, toS: 215 }, DAY_S)).toBe(minutes);
    expect(followStrip(minutes, { fromS: 215, toS: 225 }, DAY_S)).toEqual({ fromS: 160, toS: 280 });
  });

  it("takes the strip along when it is dragged, and keeps it inside when it is resized", () => {
    const strip = { fromS: 110, toS: 120 };
    expect(stripWithin(strip, { fromS: 100, toS: 220 }, { fromS: 400, toS: 520 })).toEqual({ fromS: 410, toS: 420 });
    expect(stripWithin(strip, { fromS: 100, toS: 220 }, { fromS: 150, toS: 220 })).toEqual({ fromS: 150, toS: 160 });
  });

  it("holds the strip, lies in the recording and settles at once, wherever the strip goes", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(fc.double({ min: 1, max: DAY_S, noNaN: true }), share, share, share, share, (durationS, at, width, minutesAt, minutesWidth) => {
      const strip = keepInside({ fromS: at * durationS, toS: at * durationS + Math.max(0.25, width * durationS) }, durationS);
      const start = keepInside({ fromS: minutesAt * durationS, toS: (minutesAt + minutesWidth) * durationS + 0.3 }, durationS);
      const minutes = followStrip(start, strip, durationS);
      expect(minutes.fromS).toBeLessThanOrEqual(strip.fromS + 1e-6);
      expect(minutes.toS).toBeGreaterThanOrEqual(Math.min(strip.toS, durationS) - 1e-6);
      expect(followStrip(minutes, strip, durationS)).toBe(minutes);
      const least = leastMinutesSpan({ fromS: strip.fromS, toS: strip.fromS }, strip, durationS);
      expect(spanWidth(least)).toBeGreaterThanOrEqual(Math.min(durationS, spanWidth(strip)) - 1e-6);
    }));
  });
});
