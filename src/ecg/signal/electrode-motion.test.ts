import { expect, it } from "vitest";
import { syntheticEcg } from "../peaks/fixtures/synthetic-ecg.ts";
import { addNoise, electrodeMotion } from "./electrode-motion.ts";
import { powerSpectrum } from "./power-spectrum.ts";

const { samplesMv, peaks } = syntheticEcg({ samplingRateHz: 360, durationS: 120, rateBpm: 60 });
const noise = electrodeMotion(samplesMv.length, { samplingRateHz: 360, seed: 1 });

it("is the same for the same seed, and another for another", () => {
  expect(electrodeMotion(samplesMv.length, { samplingRateHz: 360, seed: 1 })).toEqual(noise);
  expect(electrodeMotion(samplesMv.length, { samplingRateHz: 360, seed: 2 })).not.toEqual(noise);
});

it("lies below 10 Hz for the most part, and reaches into the band of the QRS complex", () => {
  const { density, stepHz } = powerSpectrum(noise, 360);
  const share = (from: number, to: number) => density.reduce((sum, power, k) => sum + (k * stepHz >= from && k * stepHz < to ? power : 0), 0) / density.reduce((a, b) => a + b);
  expect(share(0, 10)).toBeGreaterThan(0.8);
  expect(share(7, 35)).toBeGreaterThan(0.01);
});

it("is four times as strong, in amplitude, at 12 dB less", () => {
  const at = (snrDb: number) => addNoise(samplesMv, noise, { samplingRateHz: 360, beats: peaks, snrDb }).map((value, i) => value - samplesMv[i]);
  const root = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
  expect(root(at(0)) / root(at(12))).toBeCloseTo(10 ** (12 / 20), 2);
  // QRS complexes some 1.2 mV high: a power of 1.2² / 8, and at 0 dB noise of about that power.
  expect(root(at(0))).toBeGreaterThan(0.3);
  expect(root(at(0))).toBeLessThan(0.8);
});
