import { describe, expect, it } from "vitest";
import { withDerivedLimbLeads } from "./derived-limb-leads.ts";
import { TWELVE_LEADS } from "./lead-names.ts";
import type { Lead, Recording } from "./recording.ts";

const lead = (name: string, samples: readonly number[], unusable: Lead["unusable"] = []): Lead => ({ name, samplesMv: Float32Array.from(samples), unusable });
const chest = ["V1", "V2", "V3", "V4", "V5", "V6"].map((name) => lead(name, [0, 0, 0, 0]));

const recordingOf = (leads: readonly Lead[]): Recording => ({
  kind: "recording", files: [], form: "edf", samplingRateHz: 4, sampleCount: 4, leads, startTime: null, timing: { jitterMs: null, gaps: [] }, annotations: null,
  patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null }, findings: [],
});

describe("limb leads that follow from I and II", () => {
  const i = lead("I", [1, 0.5, -0.25, 0]);
  const ii = lead("II", [0.5, 1, 0.25, 0]);

  it("are added to eight leads, as Einthoven and Goldberger define them, and said", () => {
    const { leads, findings } = withDerivedLimbLeads(recordingOf([i, ii, ...chest]));
    expect(leads.map(({ name }) => name).sort()).toEqual([...TWELVE_LEADS].sort());
    const samples = (name: string) => [...(leads.find((each) => each.name === name)?.samplesMv ?? [])];
    expect(samples("III")).toEqual([-0.5, 0.5, 0.5, 0]);
    expect(samples("aVR")).toEqual([-0.75, -0.75, -0, -0]);
    expect(samples("aVL")).toEqual([0.75, 0, -0.375, 0]);
    expect(samples("aVF")).toEqual([0, 0.75, 0.375, 0]);
    samples("aVR").forEach((value, at) => expect(value + samples("aVL")[at] + samples("aVF")[at]).toBeCloseTo(0, 6));
    expect(findings.map(({ sentence }) => sentence)).toEqual(["Computed from I and II, as the file does not hold them: III, aVR, aVL, aVF (Einthoven, Goldberger)."]);
  });

  it("are unusable wherever I or II is", () => {
    const marred = [lead("I", [1, 1, 1, 1], [{ from: 0, to: 2, cause: "flat" }]), lead("II", [1, 1, 1, 1], [{ from: 1, to: 3, cause: "missing" }])];
    const added = withDerivedLimbLeads(recordingOf([...marred, ...chest])).leads.find(({ name }) => name === "III");
    expect(added?.unusable).toEqual([{ from: 0, to: 2, cause: "flat" }, { from: 2, to: 3, cause: "missing" }]);
  });

  it("are left as the file has them, and not made up for fewer leads", () => {
    const measured = lead("III", [9, 9, 9, 9]);
    const some = withDerivedLimbLeads(recordingOf([i, ii, measured, ...chest]));
    expect(some.leads.find(({ name }) => name === "III")).toBe(measured);
    expect(some.findings[0].sentence).toContain("aVR, aVL, aVF");
    for (const leads of [[i, ii], [i, ...chest], [ii, ...chest], chest]) {
      const recording = recordingOf(leads);
      expect(withDerivedLimbLeads(recording)).toBe(recording);
    }
  });
});
