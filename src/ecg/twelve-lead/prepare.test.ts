import { describe, expect, it } from "vitest";
import { prepareLeads } from "./prepare.ts";

/** Twelve sines of 5 Hz; lead k is k + 1 mV high. */
function sines(samplingRateHz: number, durationS: number): Float32Array[] {
  return Array.from({ length: 12 }, (_, lead) =>
    Float32Array.from({ length: Math.round(durationS * samplingRateHz) }, (_, i) => (lead + 1) * Math.sin((2 * Math.PI * 5 * i) / samplingRateHz)),
  );
}

describe("leads prepared for the twelve-lead model", () => {
  it.each([100, 250, 360, 500, 1000])("are the first ten seconds at 100 Hz, in their order and in mV, from %d Hz", (samplingRateHz) => {
    const { leads, recordedSamples } = prepareLeads(sines(samplingRateHz, 12), samplingRateHz);
    const expected = sines(100, 10);
    expect(recordedSamples).toBe(1000);
    leads.forEach((lead, k) => {
      expect(lead).toHaveLength(1000);
      for (let i = 20; i < 980; i++) expect(Math.abs(lead[i] - expected[k][i])).toBeLessThan(0.01 * (k + 1));
    });
  });

  it("are what was recorded at 100 Hz, from its first sample to its last", () => {
    const given = sines(100, 10);
    const { leads } = prepareLeads(given, 100);
    leads.forEach((lead, k) => lead.forEach((value, i) => expect(value).toBeCloseTo(given[k][i], 6)));
  });

  it("end in silence where the recording is shorter", () => {
    const { leads, recordedSamples } = prepareLeads(sines(500, 6), 500);
    expect(recordedSamples).toBe(600);
    for (const lead of leads) {
      expect(lead).toHaveLength(1000);
      expect(lead.subarray(600).every((value) => value === 0)).toBe(true);
    }
  });

  it("are refused in a sentence: too short, too few, of several lengths", () => {
    expect(() => prepareLeads(sines(500, 4.9), 500)).toThrow(expect.objectContaining({ code: "too-short", message: expect.stringContaining("4.9 s") as string }));
    expect(() => prepareLeads(sines(100, 10).slice(1), 100)).toThrow(expect.objectContaining({ code: "not-twelve-leads" }));
    expect(() => prepareLeads(sines(100, 10).with(3, new Float32Array(999)), 100)).toThrow(expect.objectContaining({ code: "not-twelve-leads" }));
  });
});
