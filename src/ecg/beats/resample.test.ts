import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEARTBEAT_SAMPLES, heartbeatResampler, resampler } from "./resample.ts";

/** `samples` values of a sine. */
function sine(frequencyHz: number, samplingRateHz: number, samples: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: samples }, (_, i) => Math.sin((2 * Math.PI * frequencyHz * i) / samplingRateHz));
}

/** Largest difference away from the ends, where the signal beyond is unknown. */
function worstInside(a: Float32Array, b: Float32Array, margin: number): number {
  return a.slice(margin, a.length - margin).reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i + margin])), 0);
}

describe("resampler", () => {
  it.each([
    ["360 Hz", 360, 5], ["360 Hz", 360, 40], ["250 Hz", 250, 30], ["1000 Hz", 1000, 40], ["500 Hz", 500, 1], ["100 Hz", 100, 20], ["128 Hz", 128, 30],
  ])("brings a sine from %s to 125 Hz: %i Hz, %i Hz", (_, samplingRateHz, frequencyHz) => {
    const samplesPerBeat = Math.round(1.5 * samplingRateHz);
    const resampled = resampler({ samplesPerBeat, samplingRateHz, targetRateHz: 125 })(sine(frequencyHz, samplingRateHz, samplesPerBeat));
    expect(worstInside(resampled, sine(frequencyHz, 125, resampled.length), 20)).toBeLessThan(0.01);
  });

  it.each([80, 100, 125, 150])("lets nothing of %i Hz fold back from 360 Hz to 125 Hz", (frequencyHz) => {
    const resampled = resampler({ samplesPerBeat: 540, samplingRateHz: 360, targetRateHz: 125 })(sine(frequencyHz, 360, 540));
    expect(worstInside(resampled, new Float32Array(resampled.length), 20)).toBeLessThan(0.01);
  });

  it("leaves a beat at the same rate as it is", () => {
    const beat = sine(7, 125, 187);
    const resampled = resampler({ samplesPerBeat: 187, samplingRateHz: 125, targetRateHz: 125 })(beat);
    expect(resampled).toHaveLength(187);
    expect(worstInside(resampled, beat, 0)).toBeLessThan(1e-6);
  });

  it("keeps a level, and every other sample at twice the rate", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), fc.double({ min: 50, max: 1000, noNaN: true }), fc.float({ min: -10, max: 10, noNaN: true }), (samplesPerBeat, samplingRateHz, level) => {
        const resampled = resampler({ samplesPerBeat, samplingRateHz, targetRateHz: 125 })(new Float32Array(samplesPerBeat).fill(level));
        for (const value of resampled) expect(value).toBeCloseTo(level, 4);
        expect(resampled.length).toBe(Math.floor(((samplesPerBeat - 1) * 125) / samplingRateHz + 1e-9) + 1);
      }),
      { numRuns: 50 },
    );
    const beat = sine(3, 100, 100);
    const doubled = resampler({ samplesPerBeat: 100, samplingRateHz: 100, targetRateHz: 200 })(beat);
    beat.forEach((value, i) => expect(doubled[2 * i]).toBeCloseTo(value, 6));
  });
});

describe("heartbeatResampler", () => {
  it("cuts a long beat off and fills a short one up with zeros", () => {
    const long = heartbeatResampler({ samplesPerBeat: 720, samplingRateHz: 360 })(sine(1, 360, 720).map((value) => value + 5));
    expect(long).toHaveLength(HEARTBEAT_SAMPLES);
    expect([Math.min(...long), Math.max(...long)]).toEqual([0, 1]);
    const short = heartbeatResampler({ samplesPerBeat: 180, samplingRateHz: 360 })(sine(2, 360, 180).map((value) => value - 3));
    expect(short.slice(63).every((value) => value === 0)).toBe(true);
    expect([Math.min(...short.slice(0, 63)), Math.max(...short.slice(0, 63))]).toEqual([0, 1]);
  });

  it("turns a flat beat into zeros, and changes no input", () => {
    const flat = new Float32Array(180).fill(0.3);
    expect(heartbeatResampler({ samplesPerBeat: 180, samplingRateHz: 360 })(flat)).toEqual(new Float32Array(HEARTBEAT_SAMPLES));
    expect(flat).toEqual(new Float32Array(180).fill(0.3));
  });
});
