import { describe, expect, it } from "vitest";
import { butterworth, type SecondOrderSection } from "./butterworth.ts";
import { PROBE, PROBED_HZ, SCIPY_FILTERS } from "./fixtures/scipy.ts";
import { zeroPhase } from "./zero-phase.ts";

/** |H| by evaluating the sections on the unit circle. */
function gainAt(sections: readonly SecondOrderSection[], frequencyHz: number, samplingRateHz: number): number {
  const angle = (-2 * Math.PI * frequencyHz) / samplingRateHz;
  const size = (c0: number, c1: number, c2: number) => Math.hypot(c0 + c1 * Math.cos(angle) + c2 * Math.cos(2 * angle), c1 * Math.sin(angle) + c2 * Math.sin(2 * angle));
  return sections.reduce((gain, { b, a }) => (gain * size(...b)) / size(1, ...a), 1);
}

describe.each(SCIPY_FILTERS)("$band.kind of order $order at $samplingRateHz Hz", ({ band, order, samplingRateHz, gain, filtered }) => {
  const sections = butterworth(band, { order, samplingRateHz });

  it("has scipy's response", () => {
    PROBED_HZ.forEach((frequencyHz, i) => expect(gainAt(sections, frequencyHz, samplingRateHz)).toBeCloseTo(gain[i], 7));
  });

  it("filters forwards and backwards as scipy's sosfiltfilt", () => {
    const here = zeroPhase(sections, PROBE);
    expect(here).toHaveLength(PROBE.length);
    filtered.forEach((value, i) => expect(here[Math.min(20 * i, 199)]).toBeCloseTo(value, 5));
  });
});

describe("butterworth", () => {
  it.each([
    [{ kind: "low-pass", edgeHz: 50 }],
    [{ kind: "high-pass", edgeHz: 0 }],
    [{ kind: "band-pass", lowHz: 20, highHz: 8 }],
    [{ kind: "band-pass", lowHz: 5, highHz: NaN }],
  ] as const)("refuses edges that no filter can have: %j", (band) => {
    expect(() => butterworth(band, { order: 2, samplingRateHz: 100 })).toThrow(RangeError);
  });
});
