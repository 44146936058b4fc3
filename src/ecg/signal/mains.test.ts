import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { syntheticEcg } from "../peaks/fixtures/synthetic-ecg.ts";
import { PROBE } from "./fixtures/scipy.ts";
import { findMains, notch, withoutMains } from "./mains.ts";
import { zeroPhase } from "./zero-phase.ts";

const ecg = (samplingRateHz: number) => syntheticEcg({ samplingRateHz, durationS: 60, rateBpm: 60, noiseMv: 0.01 }).samplesMv;
const withHum = (samples: Float32Array, mainsHz: number, samplingRateHz: number, amplitudeMv = 0.05) =>
  samples.map((value, i) => value + amplitudeMv * Math.sin((2 * Math.PI * mainsHz * i) / samplingRateHz));

describe("findMains", () => {
  it.each([[50, 250], [60, 250], [50, 360], [60, 360], [60.2, 500], [49.8, 1000], [50, 128]])("finds hum of %d Hz at %i samples a second", (mainsHz, samplingRateHz) => {
    expect(findMains(withHum(ecg(samplingRateHz), mainsHz, samplingRateHz), samplingRateHz)).toBe(mainsHz > 55 ? 60 : 50);
  });

  it("takes the harmonics of a steady heartbeat, and noise, for no hum", () => {
    for (const samplingRateHz of [250, 360, 1000]) expect(findMains(ecg(samplingRateHz), samplingRateHz)).toBeNull();
    const random = seededRandom(4);
    for (const seconds of [1, 10, 300]) expect(findMains(Float32Array.from({ length: 250 * seconds }, () => random.normal()), 250)).toBeNull();
  });

  it("finds none in silence, in nothing, or where the rate is too low to hold it", () => {
    expect(findMains(new Float32Array(5000), 250)).toBeNull();
    expect(findMains(new Float32Array(0), 250)).toBeNull();
    expect(findMains(withHum(ecg(100), 50, 100), 100)).toBeNull();
  });
});

describe("withoutMains", () => {
  it("takes the hum out and leaves the beats", () => {
    const clean = ecg(360);
    const cleaned = withoutMains(withHum(clean, 60, 360, 0.2), 360);
    const worst = cleaned.subarray(720, -720).reduce((most, value, i) => Math.max(most, Math.abs(value - clean[720 + i])), 0);
    expect(worst).toBeLessThan(0.05);
  });

  it("leaves a signal without hum as it is", () => {
    const clean = ecg(360);
    expect(withoutMains(clean, 360)).toEqual(clean);
  });
});

describe("notch", () => {
  it("filters as scipy's iirnotch and filtfilt", () => {
    // scipy 1.17.1: iirnotch(50, 30, fs=360), filtfilt of the probe with 0.3 sin(2π 50 t), every 20th sample
    const expected = [-0.266391325, 0.41154108, -1.61617934, 0.350932844, -0.0649727674, 0.452948555, 1.36798711, -0.795448578, 1.35750854, 1.56921713];
    const filtered = zeroPhase([notch(50, 360)], PROBE.map((value, i) => value + 0.3 * Math.sin((2 * Math.PI * 50 * i) / 360)));
    expected.forEach((value, i) => expect(filtered[20 * i]).toBeCloseTo(value, 5));
  });
});
