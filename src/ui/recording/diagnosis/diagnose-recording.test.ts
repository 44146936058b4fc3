import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { testRepository } from "../../../db/testing.ts";
import { TWELVE_LEADS } from "../../../ecg/recording/lead-names.ts";
import type { Lead, Recording } from "../../../ecg/recording/recording.ts";
import { unusableWarnings } from "../../../ecg/recording/twelve-leads.ts";
import type { AnalysisService, DiagnoseRequest } from "../../../worker/protocol.ts";
import { diagnoseRecording } from "./diagnose-recording.ts";

const samplingRateHz = 100;
const lead = (name: string, unusable: Lead["unusable"] = []): Lead => ({ name, samplesMv: new Float32Array(1500), unusable });
const recording: Recording = {
  kind: "recording", files: [], form: "wfdb", samplingRateHz, sampleCount: 1500, leads: TWELVE_LEADS.map((name) => lead(name)).toReversed(), startTime: null,
  timing: { jitterMs: null, gaps: [] }, annotations: null, patient: { id: "7", ageYears: 60, sex: "male", heightCm: null, weightKg: null }, findings: [],
};

async function diagnose(of: Recording) {
  const asked: DiagnoseRequest[] = [];
  const analysis = {
    diagnose(request: DiagnoseRequest) {
      asked.push(request);
      const diagnosis = { probabilities: Float32Array.of(0.5, 0, 0, 0, 0), thresholds: [0.4, 0.4, 0.4, 0.4, 0.4], imputed: ["height"], modelHash: "ff", backend: "JavaScript", warnings: ["short"] };
      return Promise.resolve({ kind: "diagnosed", diagnosis } as const);
    },
  } as unknown as AnalysisService;
  const repository = testRepository("diagnosis");
  const outcome = await diagnoseRecording(of, { analysis, repository, patient: of.patient, onProgress: () => undefined, signal: new AbortController().signal });
  return { outcome, asked };
}

describe("a diagnosis", () => {
  it("is asked for ten seconds of the twelve leads in their order, and kept with what was told", async () => {
    const { outcome, asked } = await diagnose(recording);
    expect(asked[0].input.leads.map(({ length }) => length)).toEqual(new Array(12).fill(1000));
    const patient = { ageYears: 60, sex: "male", heightCm: null, weightKg: null };
    expect(asked[0].input.patient).toEqual(patient);
    expect(outcome).toMatchObject({ kind: "diagnosed", record: { patient, probabilities: [0.5, 0, 0, 0, 0], thresholds: [0.4, 0.4, 0.4, 0.4, 0.4], warnings: ["short"] } });
  });

  it("is not asked of fewer leads", async () => {
    const { outcome, asked } = await diagnose({ ...recording, leads: recording.leads.slice(1) });
    expect([outcome, asked]).toEqual([null, []]);
  });

  it("warns of leads that are noise within the ten seconds, of these alone", () => {
    const noisy = (from: number): Lead["unusable"] => [{ from, to: from + 100, cause: "flat" }];
    const leads = [lead("I"), lead("V1", noisy(900)), lead("V2", noisy(1000)), lead("RESP", noisy(0)), lead("V3", noisy(0))];
    expect(unusableWarnings({ leads, samplingRateHz })).toEqual(["Missing, flat or saturated in these ten seconds: V1, V3. The model was given them as they are."]);
    expect(unusableWarnings({ leads: [lead("I")], samplingRateHz })).toEqual([]);
  });
});
