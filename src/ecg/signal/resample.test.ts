import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resampler } from "../beats/resample.ts";
import { resample } from "./resample.ts";

function sine(frequencyHz: number, samplingRateHz: number, durationS: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: Math.round(durationS * samplingRateHz) }, (_, i) => Math.sin((2 * Math.PI * frequencyHz * i) / samplingRateHz));
}

describe("resample", () => {
  it.each([
    [500, 100, 20], [360, 125, 30], [128, 360, 30], [100, 500, 20], [130, 100, 15], [257, 250, 40], [333.333, 100, 20],
  ])("keeps a sine from %d Hz to %d Hz in place", (samplingRateHz, targetRateHz, frequencyHz) => {
    const resampled = resample(sine(frequencyHz, samplingRateHz, 10), { samplingRateHz, targetRateHz });
    const expected = sine(frequencyHz, targetRateHz, 10);
    for (let i = 100; i < resampled.length - 100; i++) expect(Math.abs(resampled[i] - expected[i])).toBeLessThan(0.01);
  });

  it("lets nothing fold back", () => {
    const resampled = resample(sine(90, 500, 4), { samplingRateHz: 500, targetRateHz: 100 });
    expect(resampled.subarray(20, -20).every((value) => Math.abs(value) < 0.01)).toBe(true);
  });

  it("does to a beat what the resampler of beats does", () => {
    const beats = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 300 }).map((values) => Float32Array.from(values, (value) => value / 100));
    fc.assert(
      fc.property(beats, fc.constantFrom(100, 187, 360, 500), (beat, samplingRateHz) => {
        const rates = { samplingRateHz, targetRateHz: 125 };
        const resampled = resample(beat, rates);
        const expected = resampler({ ...rates, samplesPerBeat: beat.length })(beat);
        expect(resampled).toHaveLength(expected.length);
        resampled.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
      }),
    );
  });

  it("makes nothing of nothing", () => {
    expect(resample(new Float32Array(0), { samplingRateHz: 500, targetRateHz: 100 })).toHaveLength(0);
  });
});
