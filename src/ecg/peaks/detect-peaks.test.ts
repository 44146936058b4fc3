import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPeaks } from "../metrics/match-peaks.ts";
import { seededRandom } from "../numeric/random.ts";
import { ProblemError } from "../problem.ts";
import { addNoise, electrodeMotion } from "../signal/electrode-motion.ts";
import { detectPeaks } from "./detect-peaks.ts";
import { syntheticEcg, type SyntheticOptions } from "./fixtures/synthetic-ecg.ts";

/** Sinus rhythm. A beat less than 0.28 s after the one before may be taken for its T wave, the last of a fast rhythm be cut off. */
const ANY_ECG: fc.Arbitrary<SyntheticOptions> = fc.record({
  samplingRateHz: fc.constantFrom(100, 125, 128, 130, 200, 250, 257, 360, 500, 512, 1000),
  durationS: fc.integer({ min: 10, max: 30 }),
  rateBpm: fc.integer({ min: 35, max: 165 }),
  irregularity: fc.double({ min: 0, max: 0.04, noNaN: true }),
  amplitudeMv: fc.constantFrom(-2, -1, -0.5, 0.5, 1, 3),
  wanderMv: fc.constantFrom(0, 0.5),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

describe("detectPeaks", () => {
  it("finds every beat of a clean ECG at its extreme, upright or inverted, at any usual rate", () => {
    fc.assert(
      fc.property(ANY_ECG, (options) => {
        const { samplesMv, peaks } = syntheticEcg(options);
        const found = detectPeaks(samplesMv, options.samplingRateHz);
        expect(found).toHaveLength(peaks.length);
        found.forEach((peak, i) => expect(Math.abs(peak - peaks[i])).toBeLessThanOrEqual(1));
      }),
      { numRuns: 60 },
    );
  });

  it("gives ascending indices within the signal for anything, and the same for the signal moved or made larger", () => {
    const anySignal = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0, 1, 7)).map(([length, seed, pulses]) => {
      const random = seededRandom(seed);
      return Float32Array.from({ length }, (_, i) => 0.02 * random.normal() + (pulses > 0 && i % (60 * pulses) < 4 ? random.uniform() : 0));
    });
    fc.assert(
      fc.property(anySignal, fc.constantFrom(100, 360), fc.constantFrom(0.25, 2, 8), (samples, samplingRateHz, factor) => {
        const found = detectPeaks(samples, samplingRateHz);
        found.forEach((peak, i) => expect(peak).toBeGreaterThan(i === 0 ? -1 : found[i - 1]));
        expect(found.at(-1) ?? -1).toBeLessThan(samples.length);
        expect(detectPeaks(samples.map((value) => value * factor), samplingRateHz)).toEqual(found);
      }),
      { numRuns: 60 },
    );
    const { samplesMv } = syntheticEcg({ samplingRateHz: 360, durationS: 30, rateBpm: 70, noiseMv: 0.03 });
    const found = detectPeaks(samplesMv, 360);
    const later = new Float32Array(samplesMv.length + 3600).fill(samplesMv[0]);
    later.set(samplesMv, 3600);
    expect(detectPeaks(later, 360)).toEqual(found.map((peak) => peak + 3600));
    expect(detectPeaks(samplesMv.map((value) => value + 2), 360)).toEqual(found);
  });

  it("changes no input", () => {
    const { samplesMv } = syntheticEcg({ samplingRateHz: 100, durationS: 10, rateBpm: 70 });
    const before = samplesMv.slice();
    detectPeaks(samplesMv, 100);
    expect(samplesMv).toEqual(before);
  });

  it.each([
    ["nothing", new Float32Array(0)],
    ["one sample", new Float32Array([1])],
    ["a tenth of a second", syntheticEcg({ samplingRateHz: 360, durationS: 0.1, rateBpm: 600 }).samplesMv],
    ["a flat line", new Float32Array(36_000).fill(1.5)],
    ["white noise", Float32Array.from({ length: 36_000 }, ((random) => () => 0.2 * random.normal())(seededRandom(7)))],
    ["a recorder's rounding", Float32Array.from({ length: 36_000 }, ((random) => () => 0.005 * random.integer(2))(seededRandom(8)))],
    ["mains hum", Float32Array.from({ length: 36_000 }, (_, i) => 0.3 * Math.sin((2 * Math.PI * 50 * i) / 360))],
    ["breathing", Float32Array.from({ length: 36_000 }, (_, i) => 2 * Math.sin((2 * Math.PI * 0.3 * i) / 360))],
  ])("finds no beat in %s", (_, samples) => {
    expect(detectPeaks(samples, 360)).toEqual(new Uint32Array(0));
  });

  it("finds no beat in unusable stretches, and those on both sides of them", () => {
    const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 250, durationS: 60, rateBpm: 75 });
    samplesMv.fill(9, 5000, 7500);
    const found = detectPeaks(samplesMv, 250, { unusable: [{ from: 5000, to: 7500 }] });
    const outside = peaks.filter((peak) => peak < 4975 || peak >= 7525);
    expect(matchPeaks(outside, found, 2)).toMatchObject({ missed: 0 });
    expect(found.filter((peak) => peak >= 5000 && peak < 7500)).toEqual(new Uint32Array(0));
  });

  it("goes on over R waves that are clipped at the recorder's limit", () => {
    const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 360, durationS: 30, rateBpm: 75 });
    const clipped = samplesMv.map((value) => Math.min(value, 0.7));
    const unusable = [...peaks].map((peak) => ({ from: peak - 3, to: peak + 4 }));
    expect(matchPeaks(peaks, detectPeaks(clipped, 360, { unusable }), 4)).toMatchObject({ missed: 0, extra: 0 });
  });

  it("finds most beats through electrode motion at 12 dB", () => {
    const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 360, durationS: 600, rateBpm: 72, irregularity: 0.05, noiseMv: 0.01 });
    const noise = electrodeMotion(samplesMv.length, { samplingRateHz: 360, seed: 3 });
    const { matched, missed, extra } = matchPeaks(peaks, detectPeaks(addNoise(samplesMv, noise, { samplingRateHz: 360, beats: peaks, snrDb: 12 }), 360), 54);
    expect(matched / (matched + missed)).toBeGreaterThan(0.98);
    expect(matched / (matched + extra)).toBeGreaterThan(0.97);
  });

  it("goes on after an artefact ten times as high as the beats", () => {
    const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 360, durationS: 60, rateBpm: 70 });
    for (let i = 0; i < 72; i++) samplesMv[10_000 + i] += 10 * Math.sin((Math.PI * i) / 12);
    const outside = (sample: number) => Math.abs(sample - 10_000) > 360;
    expect(matchPeaks(peaks.filter(outside), detectPeaks(samplesMv, 360).filter(outside), 2)).toMatchObject({ missed: 0, extra: 0 });
  });

  it("finds a late beat and no beat in a pause of five seconds with P waves", () => {
    const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 360, durationS: 60, rateBpm: 60 });
    const pause = { from: peaks[20] + 180, to: peaks[25] - 100 };
    for (let i = pause.from; i < pause.to; i++) samplesMv[i] = 0.12 * Math.exp(-0.5 * (((i - pause.from) % 300) / 8 - 18) ** 2);
    const expected = peaks.filter((peak) => peak < pause.from || peak > pause.to);
    expect(detectPeaks(samplesMv, 360)).toEqual(expected);
  });

  it("says what rate is too low", () => {
    expect(() => detectPeaks(new Float32Array(1000), 50)).toThrow(ProblemError);
    expect(() => detectPeaks(new Float32Array(1000), 50)).toThrow(/50 samples a second/);
  });
});
