import { describe, expect, it } from "vitest";
import { TWELVE_LEADS } from "./lead-names.ts";
import type { Lead } from "./recording.ts";
import { twelveLeads } from "./twelve-leads.ts";

const lead = (name: string, value: number): Lead => ({ name, samplesMv: new Float32Array(100).fill(value), unusable: [] });
const shuffled = [...TWELVE_LEADS.entries()].map(([i, name]) => lead(name, i)).reverse();

describe("twelveLeads", () => {
  it("puts them in their order and cuts them", () => {
    const found = twelveLeads({ leads: [lead("pleth", -1), ...shuffled], samplingRateHz: 10 }, 2);
    expect(found?.map((samples) => samples[0])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(found?.every((samples) => samples.length === 20)).toBe(true);
  });
  it("takes what there is of a short recording", () => expect(twelveLeads({ leads: shuffled, samplingRateHz: 50 }, 10)?.[0]).toHaveLength(100));
  it("is nothing without all of them", () => expect(twelveLeads({ leads: shuffled.slice(1), samplingRateHz: 10 }, 2)).toBeNull());
});
