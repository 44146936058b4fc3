import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepInside, LEAST_SPAN_S, paperSpanS, panBy, scaleWords, spanWidth, speedOf, stripSpan, USUAL_SCALE, zoomAbout } from "./strip-scale.ts";

const span = fc.tuple(fc.double({ min: 0, max: 5000, noNaN: true }), fc.double({ min: LEAST_SPAN_S, max: 4000, noNaN: true })).map(([fromS, width]) => ({ fromS, toS: fromS + width }));
const durationS = fc.double({ min: 0.001, max: 90_000, noNaN: true });

describe("stripSpan", () => {
  it("shows 10 s on 250 mm at 25 mm/s, about the middle of what is wanted", () => {
    const paperS = paperSpanS(250 * 3.78, 25, 3.78);
    expect(paperS).toBeCloseTo(10);
    expect(stripSpan({ fromS: 20, toS: 22 }, paperS, 60)).toEqual({ fromS: 16, toS: 26 });
    expect(speedOf({ fromS: 0, toS: 10 }, 250 * 3.78, 3.78)).toBeCloseTo(25);
  });

  it("keeps paper speed on a recording shorter than the paper, from its start", () => {
    expect(stripSpan({ fromS: 0, toS: 0.001 }, 10, 0.001)).toEqual({ fromS: 0, toS: 10 });
  });

  it("lies in the recording where it fits, and does not creep when asked again", () => {
    fc.assert(fc.property(span, fc.option(fc.double({ min: 0.5, max: 60, noNaN: true })), durationS, (wanted, paperS, duration) => {
      const shown = stripSpan(wanted, paperS, duration);
      expect(shown.fromS).toBeGreaterThanOrEqual(0);
      if (spanWidth(shown) < duration) expect(shown.toS).toBeLessThanOrEqual(duration + 1e-6);
      expect(stripSpan(shown, paperS, duration).fromS).toBeCloseTo(shown.fromS, 6);
    }));
  });
});

describe("zoomAbout", () => {
  it("keeps the moment under the pointer where it is", () => {
    expect(zoomAbout({ fromS: 100, toS: 110 }, { atS: 102, factor: 0.5, durationS: 1800 })).toEqual({ fromS: 101, toS: 106 });
  });

  it("stays within the recording, not narrower than a QRS complex, and comes to an end outwards", () => {
    fc.assert(fc.property(span, durationS, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (start, duration, factor, share) => {
      const from = keepInside(start, duration);
      const to = zoomAbout(from, { atS: from.fromS + share * spanWidth(from), factor, durationS: duration });
      expect(to.fromS).toBeGreaterThanOrEqual(0);
      expect(spanWidth(to)).toBeGreaterThanOrEqual(LEAST_SPAN_S * (1 - 1e-9));
      expect(spanWidth(to)).toBeLessThanOrEqual(Math.max(duration, LEAST_SPAN_S, spanWidth(from)) * (1 + 1e-9));
    }));
  });
});

it("pans to the ends and no further", () => {
  expect(panBy({ fromS: 5, toS: 15 }, -20, 60)).toEqual({ fromS: 0, toS: 10 });
  expect(panBy({ fromS: 5, toS: 15 }, 200, 60)).toEqual({ fromS: 50, toS: 60 });
});

it("says a scale that is no paper speed", () => {
  expect(scaleWords(USUAL_SCALE, 25)).toBe("25 mm/s · 10 mm/mV");
  expect(scaleWords({ ...USUAL_SCALE, speedMmPerS: null }, 8.3421)).toBe("Zoomed, no paper speed (8.3 mm/s) · 10 mm/mV");
});
