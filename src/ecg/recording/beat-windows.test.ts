import { describe, expect, it } from "vitest";
import { beatWindows, WINDOW_MARK } from "./beat-windows.ts";
import type { Lead } from "./recording.ts";

const leadOf = (samplesMv: Float32Array<ArrayBuffer>, unusable: Lead["unusable"] = []): Lead => ({ name: "MLII", samplesMv, unusable });
/** A pulse 100 ms wide about each time. */
const pulses = (samples: number, samplingRateHz: number, atS: readonly number[]) =>
  Float32Array.from({ length: samples }, (_, i) => atS.reduce((sum, at) => sum + Math.exp(-(((i / samplingRateHz - at) / 0.03) ** 2)), 0));

describe("beatWindows", () => {
  it("cuts out the samples themselves where the rate stays", () => {
    const ramp = Float32Array.from({ length: 100 }, (_, i) => i);
    const windows = beatWindows(leadOf(ramp), Uint32Array.of(20, 50), { samplingRateHz: 100, beforeMs: 30, afterMs: 20, targetRateHz: 100 });
    expect(windows).toMatchObject({ count: 2, samplesPerBeat: 6, peakAt: 3 });
    expect(Array.from(windows.samples)).toEqual([17, 18, 19, 20, 21, 22, 47, 48, 49, 50, 51, 52]);
    expect(Array.from(windows.marks)).toEqual([0, 0]);
  });

  it.each([[360, 125], [1000, 250], [128, 250], [500, 100]])("puts the R peak at one place when %i Hz become %i Hz", (samplingRateHz, targetRateHz) => {
    const peaks = Uint32Array.of(samplingRateHz, 3 * samplingRateHz + 7);
    const signal = pulses(5 * samplingRateHz, samplingRateHz, Array.from(peaks, (peak) => peak / samplingRateHz));
    const { samples, samplesPerBeat, peakAt } = beatWindows(leadOf(signal), peaks, { samplingRateHz, beforeMs: 300, afterMs: 400, targetRateHz });
    expect(samplesPerBeat).toBe(Math.round(0.3 * targetRateHz) + Math.round(0.4 * targetRateHz) + 1);
    for (const beat of [0, 1]) {
      for (let i = 0; i < samplesPerBeat; i++) {
        const expected = Math.exp(-(((i - peakAt) / targetRateHz / 0.03) ** 2));
        expect(Math.abs(samples[beat * samplesPerBeat + i] - expected)).toBeLessThan(0.002);
      }
    }
  });

  it("holds the outermost sample beyond the recording, and says so", () => {
    const ramp = Float32Array.from({ length: 10 }, (_, i) => i + 1);
    const options = { samplingRateHz: 100, beforeMs: 30, afterMs: 30, targetRateHz: 100 };
    const { samples, marks } = beatWindows(leadOf(ramp), Uint32Array.of(0, 4, 9), options);
    expect(Array.from(samples)).toEqual([1, 1, 1, 1, 2, 3, 4, 2, 3, 4, 5, 6, 7, 8, 7, 8, 9, 10, 10, 10, 10]);
    expect(Array.from(marks)).toEqual([WINDOW_MARK.edge, 0, WINDOW_MARK.edge]);
    const short = beatWindows(leadOf(Float32Array.of(5)), Uint32Array.of(0), { ...options, targetRateHz: 125 });
    short.samples.forEach((value) => expect(value).toBeCloseTo(5, 5));
  });

  it("marks windows with unusable samples", () => {
    const unusable = [{ from: 30, to: 34, cause: "flat" as const }, { from: 60, to: 62, cause: "missing" as const }];
    const windows = beatWindows(leadOf(new Float32Array(100), unusable), Uint32Array.of(20, 27, 28, 36, 37, 61), { samplingRateHz: 100, beforeMs: 30, afterMs: 20, targetRateHz: 100 });
    expect(Array.from(windows.marks, (mark) => mark === WINDOW_MARK.unusable)).toEqual([false, false, true, true, false, true]);
  });

  it("has none for no peaks", () => {
    expect(beatWindows(leadOf(new Float32Array(100)), new Uint32Array(0), { samplingRateHz: 100, beforeMs: 30, afterMs: 20, targetRateHz: 125 })).toMatchObject({ count: 0, samplesPerBeat: 8 });
  });
});
