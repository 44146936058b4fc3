import { describe, expect, it } from "vitest";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { ModelMeta } from "../models/model-kinds.ts";
import { BEAT_MODELS, DETECTORS, RECORDING_MODELS } from "../../models/catalog.ts";
import type { EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import type { LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { RecordingBeats } from "../../ecg/recording/recording-beats.ts";
import type { AnalysisService, BeatCheckRequest, CheckRequest, RecordingCheckRequest } from "../../worker/protocol.ts";
import { isSuited, judgedRates, judgeVersion } from "./judge-version.ts";

const meta = (id: string): ModelMeta => {
  const found = [...DETECTORS, ...BEAT_MODELS, ...RECORDING_MODELS].find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const control = { onProgress: () => undefined, signal: new AbortController().signal };
const RUN = { modelHash: "", backend: "", warnings: [], durationMs: 1, drift: null };
const beats: Beats = {
  count: 3, samplesPerBeat: 187, samples: new Float32Array(3 * 187), scheme: "aami", label: Uint8Array.of(0, 2, UNLABELLED), file: new Uint16Array(3), line: Uint32Array.of(1, 2, 3),
};
const patient: PatientSeries = {
  patientId: "a", sourceRow: Uint32Array.of(0, 1, 2), timeS: Float64Array.of(0, 1, 2), rateBpm: Float64Array.of(60, 61, 120), label: Uint8Array.of(1, 0, 1), flags: new Uint8Array(3), given: null, extra: [],
};

type Judging = Pick<AnalysisService, "check" | "checkBeats" | "checkRecording" | "diagnose">;

const unasked = () => Promise.reject(new Error("not asked for"));

/** Answers what it is told to, and keeps what it was asked. */
function analysisOf(outputs: Float32Array<ArrayBuffer>, threshold: number) {
  const asked: (CheckRequest | BeatCheckRequest)[] = [];
  const analysis: Judging = {
    checkRecording: unasked,
    diagnose: unasked,
    check: async (request) => {
      asked.push(request);
      return { kind: "checked", result: { ...RUN, scores: [outputs], threshold, curve: null } };
    },
    checkBeats: async (request) => {
      asked.push(request);
      return { kind: "checked", result: { ...RUN, outputs, threshold } };
    },
  };
  return { asked, analysis };
}

describe("a version on a frozen set", () => {
  it("of a classifier is judged by the classes it names, with its own files and default settings", async () => {
    const files = { "model.json": Uint8Array.of(1) };
    const { asked, analysis } = analysisOf(Float32Array.of(0.9, 0.1, 0, 0, 0, 0.8, 0.2, 0, 0, 0, 1, 0, 0, 0, 0), 0);
    const outcome = await judgeVersion(meta("beat-cnn"), files, { kind: "beats", beats }, { ...control, analysis });
    expect(asked).toMatchObject([{ modelId: "beat-cnn", files, abstainBelow: null, parameters: {} }]);
    expect(outcome).toMatchObject({ kind: "judged", rows: { truth: Uint8Array.of(0, 2, UNLABELLED), predicted: Uint8Array.of(0, 0, 0) } });
    expect(outcome.kind === "judged" && outcome.rows.classes.map(({ code }) => code)).toEqual(["N", "S", "V", "F", "Q"]);
  });

  it("of an autoencoder is judged by normal and anomalous at its threshold", async () => {
    const short = { ...beats, samplesPerBeat: 140, scheme: "ecg5000" } as const;
    const { analysis } = analysisOf(Float32Array.of(1, 7, 7), 5);
    const outcome = await judgeVersion(meta("conv-autoencoder"), null, { kind: "beats", beats: short }, { ...control, analysis });
    expect(outcome).toMatchObject({ kind: "judged", rows: { truth: Uint8Array.of(0, 1, UNLABELLED), predicted: Uint8Array.of(0, 1, 1) } });
  });

  it("of a detector is judged row by row, those without a score left out", async () => {
    const { asked, analysis } = analysisOf(Float32Array.of(NaN, 0.2, 0.9), 0.5);
    const outcome = await judgeVersion(meta("rolling-median"), null, { kind: "heart-rate", patients: [patient] }, { ...control, analysis });
    expect(asked).toMatchObject([{ detectorId: "rolling-median", files: null, parameters: { window: 11 } }]);
    expect(outcome).toMatchObject({ kind: "judged", rows: { truth: Uint8Array.of(UNLABELLED, 0, 1), predicted: Uint8Array.of(0, 0, 1) } });
  });

  it("of the arrhythmia networks is judged beat by beat at the R peaks found, recording after recording", async () => {
    const { analysis } = analysisOf(new Float32Array(), 0);
    const asked: RecordingCheckRequest[] = [];
    const checkRecording: AnalysisService["checkRecording"] = async (request) => {
      asked.push(request);
      const peakSample = Uint32Array.of(101, 199, 400);
      return { kind: "checked", result: { ...RUN, beats: { peakSample } as RecordingBeats, probabilities: Float32Array.from([0, 2, 2].flatMap((own) => [0, 1, 2, 3, 4].map((each) => Number(each === own)))) } };
    };
    const lead = { name: "II", samplesMv: new Float32Array(500), unusable: [] };
    const labelled = (name: string): LabelledLead => ({ name, lead, samplingRateHz: 100, peakSample: Uint32Array.of(100, 200, 300), beatClass: Uint8Array.of(0, 2, 2), isFibrillating: false });
    const files = { "model.json": Uint8Array.of(1) };
    const outcome = await judgeVersion(meta("arrhythmia"), files, { kind: "recordings", recordings: [labelled("a"), labelled("b")] }, { ...control, analysis: { ...analysis, checkRecording } });
    expect(asked).toMatchObject([{ files, lead, samplingRateHz: 100, abstainBelow: null }, { files }]);
    expect(outcome).toMatchObject({ kind: "judged", rows: { truth: Uint8Array.of(0, 2, UNLABELLED, 0, 2, UNLABELLED), predicted: Uint8Array.of(0, 2, 2, 0, 2, 2), patientEnds: Uint32Array.of(3, 6) } });
  });

  it("of the twelve-lead model is judged superclass by superclass at its own thresholds", async () => {
    const { analysis } = analysisOf(new Float32Array(), 0);
    const diagnose: AnalysisService["diagnose"] = async () => ({ kind: "diagnosed", diagnosis: { ...RUN, probabilities: Float32Array.of(0.1, 0.6, 0.6, 0, 0), thresholds: [0.5, 0.5, 0.7, 0.5, 0.5], imputed: [] } });
    const record = { name: "1", leads: [], samplingRateHz: 100, patient: { ageYears: 60, sex: null, heightCm: null, weightKg: null }, superclasses: ["MI", "STTC"] };
    expect(await judgeVersion(meta("twelve-lead"), null, { kind: "twelve-lead", records: [record] }, { ...control, analysis: { ...analysis, diagnose } })).toMatchObject({
      kind: "judged", rows: { kind: "several-classes", truth: Uint8Array.of(0, 1, 1, 0, 0), predicted: Uint8Array.of(0, 1, 0, 0, 0) },
    });
  });

  it("passes on that it was cancelled or failed", async () => {
    const analysis: Judging = { checkRecording: unasked, diagnose: unasked, check: async () => ({ kind: "cancelled" }), checkBeats: async () => ({ kind: "failed", problem: { code: "broken-model", sentence: "It is broken.", place: {} } }) };
    expect(await judgeVersion(meta("rolling-median"), null, { kind: "heart-rate", patients: [patient] }, { ...control, analysis })).toEqual({ kind: "cancelled" });
    expect(await judgeVersion(meta("beat-cnn"), null, { kind: "beats", beats }, { ...control, analysis })).toMatchObject({ kind: "failed", problem: { code: "broken-model" } });
    await expect(judgeVersion(meta("beat-cnn"), null, { kind: "heart-rate", patients: [] }, { ...control, analysis })).rejects.toThrow(RangeError);
  });
});

it("sets are offered to the models that take what is in them", () => {
  const suited = (set: { kind: EvaluationSet["kind"]; samplesPerBeat: number | null }) => [...DETECTORS, ...BEAT_MODELS, ...RECORDING_MODELS].filter((each) => isSuited(set, each)).map(({ id }) => id);
  expect(suited({ kind: "beats", samplesPerBeat: 187 })).toEqual(["beat-cnn", "boosted-trees", "lstm-fcn"]);
  expect(suited({ kind: "beats", samplesPerBeat: 140 })).toEqual(["conv-autoencoder", "lstm-autoencoder"]);
  expect(suited({ kind: "heart-rate", samplesPerBeat: null })).toEqual(DETECTORS.map(({ id }) => id));
  expect(suited({ kind: "recordings", samplesPerBeat: null })).toEqual(["arrhythmia"]);
  expect(suited({ kind: "twelve-lead", samplesPerBeat: null })).toEqual(["twelve-lead"]);
});

it("patients' rows are judged one after another", () => {
  const { truth, predicted, patientEnds } = judgedRates([{ label: Uint8Array.of(0, 1) }, { label: Uint8Array.of(1) }], [Float32Array.of(2, 0), Float32Array.of(1)], 1);
  expect([truth, predicted, patientEnds]).toEqual([Uint8Array.of(0, 1, 1), Uint8Array.of(1, 0, 1), Uint32Array.of(2, 3)]);
});
