import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beatFeatures, creditSamples, FEATURE_NAMES } from "./features.ts";

const featuresOf = (samples: Float32Array<ArrayBuffer>) => {
  const columns = beatFeatures({ count: 1, samplesPerBeat: 187, samples }, { from: 0, to: 1 });
  return Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, columns[i][0]]));
};

/** A beat of 100 samples at 0.5 with a trough at 6, a peak at 80 and a first sample of 1. */
const beat = Float32Array.from({ length: 187 }, (_, i) => ({ 0: 1, 6: 0.25, 80: 0.75 })[i] ?? (i < 100 ? 0.5 : 0));

describe("beatFeatures", () => {
  it("measures what its names say", () => {
    expect(featuresOf(beat)).toMatchObject({
      "sample 0": 1,
      "sample 6": 0.25,
      "sample 186": 0,
      "length": 100,
      "next R position": 80,
      "next R position / length": Math.fround(0.8),
      "next R height": 0.75,
      "mean": Math.fround((98 * 0.5 + 1 + 0.25 + 0.75 - 0.5) / 100),
      "total variation": 1.5,
      "trough position": 6,
      "lowest value": 0.25,
    });
  });

  it("reads beat after beat, and only those asked for", () => {
    const samples = new Float32Array(3 * 187);
    samples.set(beat, 187);
    samples.set(beat, 374);
    const columns = beatFeatures({ count: 3, samplesPerBeat: 187, samples }, { from: 1, to: 3 });
    columns.forEach((column) => expect(column[1]).toBe(column[0]));
    expect(columns[187]).toEqual(Float32Array.of(100, 100));
  });

  it("is a number for any beat, an all-constant one among them", () => {
    for (const value of [0, 1, 0.5, -3]) for (const feature of Object.values(featuresOf(new Float32Array(187).fill(value)))) expect(Number.isFinite(feature)).toBe(true);
  });
});

describe("creditSamples", () => {
  it("shares out all attribution and no more", () => {
    const numbers = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: FEATURE_NAMES.length, maxLength: FEATURE_NAMES.length });
    fc.assert(
      fc.property(numbers, (attributions) => {
        const credits = creditSamples(beat, Float64Array.from(attributions));
        const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);
        expect(credits).toHaveLength(187);
        expect(sum(credits)).toBeCloseTo(sum(attributions), 3);
      }),
    );
  });

  it("credits the samples that a measurement is read from", () => {
    const attributions = new Float64Array(FEATURE_NAMES.length);
    attributions[FEATURE_NAMES.indexOf("length")] = 3;
    attributions[FEATURE_NAMES.indexOf("next R height")] = 2;
    attributions[FEATURE_NAMES.indexOf("mean")] = 100;
    const credits = creditSamples(beat, attributions);
    expect([credits[0], credits[80], credits[99], credits[100]]).toEqual([1, 3, 4, 0]);
  });
});
