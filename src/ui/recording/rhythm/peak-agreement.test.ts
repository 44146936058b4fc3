import { expect, it } from "vitest";
import type { Recording } from "../../../ecg/recording/recording.ts";
import { peakAgreement } from "./peak-agreement.ts";

const recording = (sample: number[], code: number[]): Recording => ({
  kind: "recording", files: [], form: "wfdb", samplingRateHz: 1000, sampleCount: 10_000, leads: [], startTime: null, timing: { jitterMs: null, gaps: [] },
  annotations: { sample: Uint32Array.from(sample), code: Uint8Array.from(code), subtype: new Int8Array(sample.length), text: new Map() },
  patient: { id: null, ageYears: null, sex: null, heightCm: null, weightKg: null }, findings: [],
});

it("compares what was found with the annotated beats", () => {
  const figures = peakAgreement(recording([1000, 2000, 3000], [1, 5, 1]), Uint32Array.of(1010, 2000, 4000));
  expect(figures?.tolerance150).toEqual({ sensitivity: 2 / 3, positivePredictivity: 2 / 3 });
  expect(figures?.meanAbsoluteErrorMs).toBe(5);
});

it("leaves flutter out", () => {
  const figures = peakAgreement(recording([1000, 2000, 2500, 3000, 4000], [1, 32, 31, 33, 1]), Uint32Array.of(1000, 2200, 2700, 4000));
  expect(figures?.tolerance150).toEqual({ sensitivity: 1, positivePredictivity: 1 });
});

it("is null without annotated beats", () => {
  expect(peakAgreement(recording([2000], [28]), Uint32Array.of(1000))).toBeNull();
  expect(peakAgreement({ ...recording([], []), annotations: null }, Uint32Array.of(1000))).toBeNull();
});
