import { describe, expect, it } from "vitest";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { patientText, recordingFacts, timingText, unusableText } from "./recording-facts.ts";

const NOBODY = { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null } as const;

it("facts of a recording", () => {
  const lead = { name: "MLII", samplesMv: new Float32Array(1), unusable: [] };
  const recording: Recording = {
    kind: "recording", files: [], form: "wfdb", samplingRateHz: 360, sampleCount: 650_000, leads: [lead], startTime: "2004-03-02T05:06:07",
    timing: { jitterMs: null, gaps: [] }, annotations: null, patient: NOBODY, findings: [],
  };
  expect(recordingFacts(recording)).toEqual([
    ["Form", "WFDB (PhysioNet)"], ["Leads", "MLII"], ["Sampling rate", "360 Hz"], ["Duration", "0:30:05.6"],
    ["Start", "2004-03-02 05:06:07"], ["Times", "Evenly spaced"], ["Patient", "Not in the file"],
  ]);
  const diagnoses = { file: "1.hea", terminology: "SNOMED CT", statements: ["426783006"], superclasses: null } as const;
  expect(recordingFacts({ ...recording, diagnoses }).at(-1)).toEqual(["Diagnoses", "426783006"]);
  expect(recordingFacts({ ...recording, diagnoses: { ...diagnoses, superclasses: ["NORM"] } }).at(-1)).toEqual(["Diagnoses", "NORM"]);
  expect(recordingFacts({ ...recording, leads: [lead, lead], samplingRateHz: 512.414 })).toEqual(expect.arrayContaining([["Leads", "2"], ["Sampling rate", "512.414 Hz"]]));
});

it("the patient as the file says", () =>
  expect(patientText({ id: "007", ageYears: 69, sex: "male", heightCm: 170.25, weightKg: 1 })).toBe("007, Male, 69 years, 170.3 cm, 1 kg"));

describe("times", () => {
  it("may jitter", () => expect(timingText({ jitterMs: 0.2345, gaps: [] })).toBe("Jitter 0.23 ms, no gaps"));
  it("may be exact", () => expect(timingText({ jitterMs: 0, gaps: [{ atSample: 9, durationS: 1.25 }, { atSample: 19, durationS: 1.25 }] })).toBe("Evenly spaced, 2 gaps, 2.5 s together"));
  it("may be none", () => expect(timingText({ jitterMs: null, gaps: [{ atSample: 9, durationS: 800 }] })).toBe("Evenly spaced but for 1 gap, 0:13:20.0 together"));
});

describe("unusable stretches", () => {
  const recording = { samplingRateHz: 100, sampleCount: 10_000 };
  it("add up by cause", () =>
    expect(unusableText({ unusable: [{ from: 0, to: 100, cause: "flat" }, { from: 200, to: 400, cause: "missing" }, { from: 500, to: 650, cause: "flat" }] }, recording)).toBe("2 s missing, 2.5 s flat (4.5 %)"));
  it("may be none", () => expect(unusableText({ unusable: [] }, recording)).toBeNull());
});
