import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/random.ts";
import { bestLead, leadQuality } from "./best-lead.ts";
import type { Lead, UnusableStretch } from "./recording.ts";

const RATE_HZ = 250;

/** A triangle of 80 ms every 0.8 s, in evenly distributed noise. */
function lead(name: string, { seconds = 60, peakMv = 1, noiseMv = 0.1, unusable = [] as readonly UnusableStretch[] }): Lead {
  const random = seededRandom(name.length);
  const samplesMv = Float32Array.from({ length: seconds * RATE_HZ }, (_, i) => {
    const fromPeak = Math.abs((i % (0.8 * RATE_HZ)) - 100);
    return peakMv * Math.max(0, 1 - fromPeak / 10) + noiseMv * (random.uniform() - 0.5);
  });
  return { name, samplesMv, unusable };
}

const chosen = (...leads: readonly Lead[]) => leads[bestLead({ leads, sampleCount: leads[0].samplesMv.length, samplingRateHz: RATE_HZ })].name;
const missing = (from: number, to: number): UnusableStretch => ({ from: from * RATE_HZ, to: to * RATE_HZ, cause: "missing" });

describe("the lead in which beats are looked for", () => {
  it("is II or MLII where it is good enough", () => {
    expect(chosen(lead("V1", { noiseMv: 0.01 }), lead("II", {}))).toBe("II");
    expect(chosen(lead("MLII", {}), lead("V5", { peakMv: 3 }))).toBe("MLII");
  });
  it("is another where II is all noise, flat, or mostly missing", () => {
    expect(chosen(lead("II", { peakMv: 0.1, noiseMv: 0.3 }), lead("V1", {}))).toBe("V1");
    expect(chosen(lead("II", { peakMv: 0, noiseMv: 0 }), lead("V1", {}))).toBe("V1");
    expect(chosen(lead("II", { unusable: [missing(0, 10)] }), lead("V1", {}))).toBe("V1");
  });
  it("is else the one furthest out of its noise, weighed by usable time", () => {
    expect(chosen(lead("V1", { noiseMv: 0.2 }), lead("V22", { noiseMv: 0.05 }), lead("V333", { noiseMv: 0.1 }))).toBe("V22");
    expect(chosen(lead("V1", { unusable: [missing(0, 50)] }), lead("V22", {}))).toBe("V22");
  });
  it("is the first where there is nothing to go by", () => {
    expect(chosen(lead("A", { seconds: 60, unusable: [missing(0, 60)] }), lead("B", { unusable: [missing(0, 60)] }))).toBe("A");
    expect(bestLead({ leads: [{ name: "A", samplesMv: new Float32Array(1), unusable: [] }], sampleCount: 1, samplingRateHz: 250 })).toBe(0);
  });
});

it("the quality of a lead leaves out what is unusable", () => {
  const clean = lead("II", { seconds: 600 });
  const spoilt = { ...clean, samplesMv: clean.samplesMv.map((value, i) => (i < 300 * RATE_HZ ? 5 * Math.sin(i) : value)), unusable: [missing(0, 300)] };
  const recording = { sampleCount: clean.samplesMv.length, samplingRateHz: RATE_HZ };
  expect(leadQuality(spoilt, recording).usableShare).toBe(0.5);
  expect(leadQuality(spoilt, recording).contrast).toBeCloseTo(leadQuality(clean, recording).contrast, 0);
});
