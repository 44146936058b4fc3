import { expect, it } from "vitest";
import type { Lead, Recording, UnusableStretch } from "../../../ecg/recording/recording.ts";
import { flutterStretches, noiseStretches } from "./marked-stretches.ts";

const recording: Recording = {
  kind: "recording", files: [], form: "wfdb", samplingRateHz: 100, sampleCount: 6000, leads: [], startTime: null, timing: { jitterMs: null, gaps: [] },
  annotations: null, patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null }, findings: [],
};
const lead = (unusable: readonly UnusableStretch[]): Lead => ({ name: "MLII", samplesMv: new Float32Array(6000), unusable });

it("sums up what is missing, flat and saturated", () => {
  const unusable: UnusableStretch[] = [{ from: 0, to: 150, cause: "missing" }, { from: 300, to: 420, cause: "saturated" }, { from: 500, to: 510, cause: "saturated" }];
  const { sentence, stretches } = noiseStretches({ lead: lead(unusable), recording });
  expect(sentence).toBe("3 stretches of MLII cannot be used (1 missing, 2 saturated), 2.8 s in all. RR intervals across them are not counted, unless they are too short to hide a beat.");
  expect(stretches[1]).toEqual({ fromS: 3, toS: 4.2, words: "saturated" });
});

it("says so where all of the lead is usable", () => {
  expect(noiseStretches({ lead: lead([]), recording })).toEqual({ sentence: "No part of MLII is missing, flat or saturated.", stretches: [] });
});

it("finds flutter where the file marks it", () => {
  expect(flutterStretches(recording)).toBeNull();
  const annotations = { sample: Uint32Array.of(100, 1000, 2500), code: Uint8Array.of(1, 32, 33), subtype: new Int8Array(3), text: new Map() };
  const flutter = flutterStretches({ ...recording, annotations });
  expect(flutter?.sentence).toContain("in 1 stretch, 15.0 s in all");
  expect(flutter?.stretches).toEqual([{ fromS: 10, toS: 25, words: "ventricular flutter" }]);
});
