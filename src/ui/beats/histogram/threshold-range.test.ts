import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thresholdAfterKey, thresholdRange, toStep } from "./threshold-range.ts";

describe("thresholdRange", () => {
  it("steps by a power of ten and knows its decimals", () => {
    expect(thresholdRange(120)).toEqual({ upper: 120, step: 0.1, digits: 2 });
    expect(thresholdRange(1.5)).toMatchObject({ digits: 3 });
    expect(thresholdRange(4000)).toEqual({ upper: 4000, step: 1, digits: 2 });
  });
});

describe("toStep", () => {
  it("stays within the range and within half a step of what was asked for", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }), (upper, share) => {
        const range = thresholdRange(upper);
        const asked = share * upper;
        const held = Math.min(Math.max(asked, 0), upper);
        const stepped = toStep(asked, range);
        expect(stepped).toBeGreaterThanOrEqual(0);
        expect(stepped).toBeLessThanOrEqual(upper);
        expect(Math.abs(stepped - held)).toBeLessThanOrEqual(range.step);
      }),
    );
  });
});

describe("thresholdAfterKey", () => {
  const range = thresholdRange(120);
  it("moves as a slider does", () => {
    const after = (key: string) => thresholdAfterKey(key, 26, range);
    expect(["ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown", "PageUp", "PageDown", "Home", "End"].map(after))
      .toEqual([26.1, 26.1, 25.9, 25.9, 27, 25, 0, 120]);
    expect(after("a")).toBeNull();
  });
  it("stops at the ends", () => {
    expect(thresholdAfterKey("PageDown", 0.3, range)).toBe(0);
    expect(thresholdAfterKey("ArrowUp", 120, range)).toBe(120);
  });
});
