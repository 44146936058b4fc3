import { describe, expect, it } from "vitest";
import { RR_FEATURES, rrContext } from "./rr-context.ts";
import { syntheticBeats, withOneEarly } from "./testing.ts";

const at = (features: Float32Array, beat: number, name: (typeof RR_FEATURES)[number]) => features[beat * RR_FEATURES.length + RR_FEATURES.indexOf(name)];

describe("RR context", () => {
  it("has nothing to say of a regular rhythm", () => {
    const features = rrContext(syntheticBeats());
    for (let beat = 0; beat < 40; beat++) {
      for (const name of RR_FEATURES) if (name !== "share of shorter") expect(Math.abs(at(features, beat, name))).toBeLessThan(0.01);
    }
  });

  it("tells an early beat and the pause after it, and to neither side more than it is", () => {
    const features = rrContext(syntheticBeats({ beatsMs: withOneEarly(40, 20), samplingRateHz: 1000 }));
    expect(at(features, 20, "before / usual")).toBeCloseTo(Math.log(500 / 800), 4);
    expect(at(features, 20, "after / usual")).toBeCloseTo(Math.log(1100 / 800), 4);
    expect(at(features, 20, "both / two usual")).toBeCloseTo(0, 4);
    expect(at(features, 21, "one earlier / usual")).toBeCloseTo(Math.log(500 / 800), 4);
    expect(at(features, 20, "share of shorter")).toBe(0);
    expect(at(features, 18, "before / usual")).toBeCloseTo(0, 4);
  });

  it("takes intervals across an unusable stretch for usual ones", () => {
    const beats = syntheticBeats({ beatsMs: withOneEarly(40, 20), samplingRateHz: 1000 });
    const peak = beats.peakSample[20];
    const lead = { ...beats.lead, unusable: [{ from: peak - 300, to: peak - 100, cause: "flat" as const }] };
    const features = rrContext({ ...beats, lead });
    expect(at(features, 20, "before / usual")).toBe(0);
    expect(at(features, 20, "after / usual")).toBeCloseTo(Math.log(1100 / 800), 4);
  });

  it.each([0, 1, 2])("does with %d beats", (count) => {
    const features = rrContext(syntheticBeats({ beatsMs: withOneEarly(count, -1) }));
    expect(features).toHaveLength(count * RR_FEATURES.length);
    expect(features.every(Number.isFinite)).toBe(true);
  });
});
