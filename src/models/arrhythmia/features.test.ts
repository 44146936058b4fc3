import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenly, P_WAVE } from "../../ecg/delineation/testing.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import type { Progress } from "../../ecg/progress.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { beatFeatures, FEATURES } from "./features.ts";
import type { LeadBeats } from "../recording-model.ts";
import { NORMAL, syntheticBeats, withOneEarly } from "./testing.ts";

const LEARNT_FROM = { beatsMs: withOneEarly(60, 30), isVentricular: (beat: number) => beat === 30 };

const featuresOf = (beats: LeadBeats) => beatFeatures(beats, quietControl());

const feature = (values: Float32Array, beat: number, name: string) => {
  const column = FEATURES.indexOf(name);
  if (column < 0) throw new Error(`no feature ${name}`);
  return values[beat * FEATURES.length + column];
};

describe("features of beats", { timeout: 30_000 }, () => {
  it("tell a ventricular beat from the patient's own", async () => {
    const { values } = await featuresOf(syntheticBeats(LEARNT_FROM));
    expect(feature(values, 20, "QRS correlation")).toBeGreaterThan(0.99);
    expect(feature(values, 30, "QRS correlation")).toBeLessThan(0.9);
    expect(feature(values, 20, "QRS width / mean beat")).toBeCloseTo(0, 1);
    expect(feature(values, 30, "QRS width / mean beat")).toBeGreaterThan(0.4);
    expect(feature(values, 20, "P size at best lag")).toBeCloseTo(1, 1);
    expect(feature(values, 29, "is common")).toBe(1);
    expect(feature(values, 30, "is common")).toBe(0);
    expect(feature(values, 31, "QRS correlation, beat before")).toBe(feature(values, 30, "QRS correlation"));
    expect(feature(values, 29, "QRS correlation, beat after")).toBe(feature(values, 30, "QRS correlation"));
  });

  it("are the same for a lead of half or triple the amplitude", async () => {
    const { values } = await featuresOf(syntheticBeats(LEARNT_FROM));
    for (const amplitude of [0.5, 3]) {
      const { values: scaled } = await featuresOf(syntheticBeats({ ...LEARNT_FROM, amplitude }));
      for (const beat of [5, 20, 30, 31]) {
        // Beyond ±4 and next to a mean beat without noise, logarithms of distances say nothing.
        for (const name of FEATURES.filter((each) => !each.endsWith("/ usual"))) {
          expect(Math.abs(feature(scaled, beat, name) - feature(values, beat, name)), `${name} of beat ${beat}`).toBeLessThan(0.05);
        }
      }
    }
  });

  it("are nearly the same at any sampling rate from 100 Hz on", async () => {
    const { values: reference } = await featuresOf(syntheticBeats({ ...LEARNT_FROM, samplingRateHz: 360 }));
    for (const samplingRateHz of [100, 128, 250, 500]) {
      const { values } = await featuresOf(syntheticBeats({ ...LEARNT_FROM, samplingRateHz }));
      for (const name of ["before / usual", "after / usual", "QRS correlation", "T correlation", "QRS width / mean beat", "QRS highest"]) {
        for (const beat of [20, 30]) expect(Math.abs(feature(values, beat, name) - feature(reference, beat, name)), `${name} of beat ${beat} at ${samplingRateHz} Hz`).toBeLessThan(0.12);
      }
    }
  });

  it("move little when R peaks are marked a few ms off", async () => {
    const beats = syntheticBeats(LEARNT_FROM);
    const shifted = { ...beats, peakSample: beats.peakSample.map((sample, beat) => sample + (beat % 3) - 1) };
    const { values: exact } = await featuresOf(beats);
    const { values: off } = await featuresOf(shifted);
    for (const name of ["QRS correlation", "QRS distance", "P correlation", "QRS width"]) {
      for (const beat of [20, 21, 30]) expect(Math.abs(feature(off, beat, name) - feature(exact, beat, name))).toBeLessThan(0.02);
    }
  });

  it("tell a rhythm with P waves from one without", async () => {
    const beatsMs = evenly(80, 800);
    const { values } = await featuresOf(syntheticBeats({ beatsMs }));
    expect(feature(values, 40, "P correlation, usual of a minute")).toBeGreaterThan(0.95);
    const noise = seededRandom(1);
    const beats = syntheticBeats({ beatsMs, waves: NORMAL.filter((wave) => wave !== P_WAVE) });
    const fibrillating = { ...beats, lead: { ...beats.lead, samplesMv: beats.lead.samplesMv.map((value, i) => value + 0.05 * Math.sin(i / 9) + 0.03 * noise.normal()) } };
    expect(feature((await featuresOf(fibrillating)).values, 40, "P correlation, usual of a minute")).toBeLessThan(0.7);
  });

  it("cut long recordings into stretches of one patient's beat each, and say where beats are too few", async () => {
    expect((await featuresOf(syntheticBeats({ beatsMs: evenly(12, 800) }))).stretchesWithoutMean).toBe(1);
    expect((await featuresOf(syntheticBeats())).stretchesWithoutMean).toBe(0);
    expect((await featuresOf(syntheticBeats())).marred).toBe(0);
  });

  it("say how far they are, and stop when they are no longer wanted", async () => {
    const controller = new AbortController();
    const told: Progress[] = [];
    const onProgress = (progress: Progress) => {
      told.push(progress);
      controller.abort(new Error("enough"));
    };
    await expect(beatFeatures(syntheticBeats(), { signal: controller.signal, onProgress })).rejects.toThrow("enough");
    expect(told).toEqual([{ stage: "Comparing beats", done: 0, total: 40, unit: "beats" }]);
  });

  it("are finite for any peaks in any signal", async () => {
    const peaks = fc.uniqueArray(fc.integer({ min: 0, max: 1999 }), { maxLength: 30 }).map((samples) => Uint32Array.from(samples).sort());
    const signal = fc.oneof(fc.constant(new Float32Array(2000)), fc.float32Array({ minLength: 2000, maxLength: 2000, noNaN: true, min: -500, max: 500 }));
    const stretch = fc.tuple(fc.integer({ min: 0, max: 1999 }), fc.integer({ min: 1, max: 500 })).map(([from, length]) => ({ from, to: Math.min(2000, from + length), cause: "flat" as const }));
    await fc.assert(
      fc.asyncProperty(peaks, signal, fc.array(stretch, { maxLength: 1 }), fc.constantFrom(100, 250, 360), async (peakSample, samplesMv, unusable, samplingRateHz) => {
        const { count, values } = await featuresOf({ lead: { name: "I", samplesMv: new Float32Array(samplesMv), unusable }, samplingRateHz, peakSample });
        expect(values).toHaveLength(count * FEATURES.length);
        expect(values.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
