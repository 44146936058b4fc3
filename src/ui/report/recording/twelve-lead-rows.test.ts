import { describe, expect, it } from "vitest";
import { TWELVE_LEADS } from "../../../ecg/recording/lead-names.ts";
import type { Lead } from "../../../ecg/recording/recording.ts";
import { STRIP_S, stripPaths } from "./strip-paths.ts";
import { RIGHT_FROM_S, twelveLeadRows } from "./twelve-lead-rows.ts";

const samplingRateHz = 100;
/** Each lead is offset by its index and has one spike of its own. */
const leads = TWELVE_LEADS.map((name, i): Lead => {
  const samplesMv = new Float32Array(1000).fill(i);
  samplesMv[100 + i] += 1;
  samplesMv[500 + i] += 2;
  return { name, samplesMv, unusable: [] };
});

describe("the sheet of twelve leads", () => {
  it("has a limb lead and the chest lead after it in each of six rows, each about its median", () => {
    const rows = twelveLeadRows({ leads: leads.toReversed(), samplingRateHz }) ?? [];
    expect(rows.map(({ left, right }) => `${left} ${right}`)).toEqual(["I V1", "II V2", "III V3", "aVR V4", "aVL V5", "aVF V6"]);
    const { samplesMv } = rows[2].lead;
    expect(samplesMv).toHaveLength(Math.ceil(STRIP_S * samplingRateHz) + 1);
    expect(Array.from(samplesMv.entries()).filter(([, mv]) => mv !== 0)).toEqual([[102, 1], [508, 2]]);
    expect(leads[2].samplesMv[0]).toBe(2);
  });

  it("breaks the line between the two, and keeps what is unusable in either", () => {
    const flat = { from: 300, to: 400, cause: "flat" } as const;
    const [first] = twelveLeadRows({ leads: leads.map((lead) => ({ ...lead, unusable: [flat] })), samplingRateHz }) ?? [];
    const breakAt = RIGHT_FROM_S * samplingRateHz;
    expect(first.lead.unusable).toEqual([{ ...flat, to: breakAt }, { from: breakAt, to: breakAt + 1, cause: "missing" }, { ...flat, from: breakAt + 1 }]);
    expect(stripPaths({ lead: first.lead, samplingRateHz, fromS: 0 }).trace.match(/M/g)).toHaveLength(2);
  });

  it("takes a shorter recording, and none of fewer leads", () => {
    const short = leads.map((lead) => ({ ...lead, samplesMv: lead.samplesMv.slice(0, 200) }));
    expect(twelveLeadRows({ leads: short, samplingRateHz })?.[0].lead.samplesMv).toHaveLength(200);
    expect(twelveLeadRows({ leads: leads.slice(1), samplingRateHz })).toBeNull();
  });
});
