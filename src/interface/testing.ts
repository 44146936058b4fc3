/** For tests: a store of their own and an analysis whose answers follow from the input by a simple rule. */
import { testRepository } from "../db/testing.ts";
import type { AnalysisService } from "../worker/protocol.ts";
import type { CallParts } from "./calls/call-parts.ts";

let count = 0;

const run = { modelHash: "ab", backend: "JavaScript", warnings: [], durationMs: 1, drift: null };

function unexpected(): never {
  throw new Error("This call is not part of the test.");
}

const analysis: AnalysisService = {
  open: async (files) => ({
    kind: "question",
    question: {
      kind: "heart-rate", fileName: files[0].name, reasons: ["No column is named as a heart rate."], hasHeader: true,
      columns: [{ name: "a", role: "time", doubt: null }, { name: "b", role: "rate", doubt: "a guess" }], firstRows: [["0", "60"]], unit: "bpm", timeKind: "seconds",
    },
  }),
  /** anomalous above 100 bpm */
  check: async ({ patients }) => ({
    kind: "checked",
    result: { ...run, threshold: 0.5, curve: null, scores: patients.map(({ rateBpm }) => Float32Array.from(rateBpm, (rate, row) => (row === 0 ? NaN : Number(rate > 100)))) },
  }),
  /** normal, with a probability of the first sample */
  checkBeats: async ({ beats: { count: beats, samplesPerBeat, samples } }) => ({
    kind: "checked",
    result: { ...run, threshold: null, outputs: Float32Array.from({ length: beats * 5 }, (_, i) => (i % 5 === 0 ? samples[Math.floor(i / 5) * samplesPerBeat] : 0)) },
  }),
  /** tells age and the first sample of lead V6 */
  diagnose: async ({ input: { leads, samplingRateHz, patient } }) => ({
    kind: "diagnosed",
    diagnosis: { ...run, probabilities: Float32Array.of((patient.ageYears ?? 0) / 128, leads[11][0], samplingRateHz / 1024, Number(patient.sex === "female"), 0), thresholds: [0.5, 0.5, 0.5, 0.5, 0.5], imputed: patient.heightCm === null ? ["height"] : [] },
  }),
  checkRecording: unexpected, importVersion: unexpected, portableFiles: unexpected, train: unexpected, pyramid: unexpected, explain: unexpected, draw: unexpected, testModel: unexpected, machine: unexpected,
  layers: async () => ({ layers: [], totalParameters: 7, trainableParameters: 7 }),
  backend: unexpected,
};

export function testParts(change: Partial<AnalysisService> = {}): CallParts {
  return { analysis: { ...analysis, ...change }, repository: testRepository(`interface-${count++}`), appVersion: "0.1.0" };
}

/** A twelve-lead ECG as the published service takes it; V6 is 0.25 mV. */
export const publishedInput = (rows = 1000) => ({ X: [64, 1, null, 70, 0, 0, 0], Y: Array.from({ length: rows }, () => [...new Array<number>(11).fill(0.125), 0.25]) });
