import { precisionRecallCurve } from "../ecg/metrics/precision-recall.ts";
import type { JobControl } from "../ecg/progress.ts";
import { findBeats } from "../ecg/recording/recording-beats.ts";
import type { BeatModel, BeatModelId } from "../models/beat-model.ts";
import { beatDrift, rateDrift, recordingDrift } from "../models/drift/measure-drift.ts";
import type { Detect, DetectorId, ReadArtifact } from "../models/detector.ts";
import type { ClassifyBeats, Diagnose } from "../models/recording-model.ts";
import type {
  BeatCheckOutcome, BeatCheckRequest, CheckOutcome, CheckRequest, DiagnoseOutcome, DiagnoseRequest, ExplainOutcome, ExplainRequest, RecordingCheckOutcome, RecordingCheckRequest,
} from "./protocol.ts";
import { versionArtifacts } from "./version-artifacts.ts";

export interface CheckParts extends JobControl {
  readonly loadDetector: (id: DetectorId) => Promise<Detect>;
  readonly readArtifact: ReadArtifact;
}

export interface BeatCheckParts extends JobControl {
  readonly loadBeatModel: (id: BeatModelId) => Promise<BeatModel>;
  readonly readArtifact: ReadArtifact;
}

/** Compares the file with what the detector learnt from, runs it over all patients and measures it against the file's labels, where there are any. */
export async function runCheck(
  { detectorId, parameters, patients, files, abstainBelow }: CheckRequest,
  { loadDetector, ...control }: CheckParts,
): Promise<CheckOutcome> {
  const startMs = performance.now();
  const readArtifact = versionArtifacts(control.readArtifact, detectorId, files);
  const drift = await rateDrift(patients, { ...control, readArtifact, modelId: detectorId, files, abstainBelow });
  const detect = await loadDetector(detectorId);
  const run = await detect(patients, { ...control, readArtifact, parameters });
  const curve = precisionRecallCurve(patients.map(({ label }) => label), run.scores);
  control.signal.throwIfAborted();
  return { kind: "checked", result: { ...run, curve, drift, durationMs: performance.now() - startMs } };
}

/** Runs one model over single beats. */
export async function runBeatCheck({ modelId, parameters, beats, files, abstainBelow }: BeatCheckRequest, { loadBeatModel, ...control }: BeatCheckParts): Promise<BeatCheckOutcome> {
  const startMs = performance.now();
  const readArtifact = versionArtifacts(control.readArtifact, modelId, files);
  const drift = await beatDrift(beats, { ...control, readArtifact, modelId, files, abstainBelow });
  const model = await loadBeatModel(modelId);
  const run = await model.run(beats, { ...control, readArtifact, parameters });
  control.signal.throwIfAborted();
  return { kind: "checked", result: { ...run, drift, durationMs: performance.now() - startMs } };
}

export interface RecordingCheckParts extends JobControl {
  readonly loadArrhythmiaModel: () => Promise<ClassifyBeats>;
  readonly readArtifact: ReadArtifact;
}

/** Finds the beats of one lead of a recording and classifies them. */
export async function runRecordingCheck(
  { parameters, lead, samplingRateHz, files, abstainBelow }: RecordingCheckRequest,
  { loadArrhythmiaModel, ...control }: RecordingCheckParts,
): Promise<RecordingCheckOutcome> {
  const startMs = performance.now();
  const beats = await findBeats(lead, samplingRateHz, control);
  const readArtifact = versionArtifacts(control.readArtifact, "arrhythmia", files);
  const leadBeats = { lead, samplingRateHz, peakSample: beats.peakSample };
  const drift = await recordingDrift(leadBeats, { ...control, readArtifact, modelId: "arrhythmia", files, abstainBelow });
  const classifyBeats = await loadArrhythmiaModel();
  const classes = await classifyBeats(leadBeats, { ...control, readArtifact, parameters });
  control.signal.throwIfAborted();
  return { kind: "checked", result: { ...classes, beats, drift, durationMs: performance.now() - startMs } };
}

export interface DiagnoseParts extends JobControl {
  readonly loadTwelveLeadModel: () => Promise<Diagnose>;
  readonly readArtifact: ReadArtifact;
}

/** Runs the twelve-lead model. */
export async function runDiagnosis({ parameters, input, files }: DiagnoseRequest, { loadTwelveLeadModel, ...control }: DiagnoseParts): Promise<DiagnoseOutcome> {
  const diagnose = await loadTwelveLeadModel();
  const diagnosis = await diagnose(input, { ...control, parameters, readArtifact: versionArtifacts(control.readArtifact, "twelve-lead", files) });
  control.signal.throwIfAborted();
  return { kind: "diagnosed", diagnosis };
}

/** Asks a model why it answered as it did for one beat. */
export async function explainBeat({ modelId, parameters, beat, classIndex, files }: ExplainRequest, { loadBeatModel, ...control }: BeatCheckParts): Promise<ExplainOutcome> {
  const model = await loadBeatModel(modelId);
  const readArtifact = versionArtifacts(control.readArtifact, modelId, files);
  const explanation = await model.explain(beat, classIndex, { ...control, readArtifact, parameters });
  control.signal.throwIfAborted();
  return { kind: "explained", explanation };
}
