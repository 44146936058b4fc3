import type { BeatTable } from "../../ecg/beats/table.ts";
import type { HeartRateTable, PatientSeries } from "../../ecg/heart-rate/table.ts";
import type {
  BeatCheckRecord, HeartRateCheckRecord, LoadedBeatCheck, LoadedCheck, LoadedHeartRateCheck, LoadedRecordingCheck, RecordingCheckRecord,
} from "../../db/records.ts";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { likeliestClasses } from "../../ecg/metrics/multi-class.ts";
import { annotatedClasses } from "../../ecg/recording/annotated-classes.ts";
import { wfdbRecordName } from "../../ecg/recording/record-name.ts";
import { UNLABELLED, type SourceFile } from "../../ecg/table.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { ParameterValues } from "../../models/detector.ts";
import type { BeatCheckResult, Cancelled, CheckRequest, CheckResult, RecordingCheckResult } from "../../worker/protocol.ts";
import { countBeats } from "../beats/beat-counts.ts";
import { predictedClasses } from "../beats/beat-view.ts";
import type { DiagnosisOutcome } from "../recording/diagnosis/diagnose-recording.ts";
import { countCheck } from "../result/metrics/check-counts.ts";
import type { Opened, OpenedRecording, OpenedTable } from "./check-session.ts";

export interface CheckOrigin {
  readonly id: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly appVersion: string;
  readonly detectorId: string;
  /** of the registry */
  readonly modelVersion: number;
  readonly parameters: ParameterValues;
}

/** What the worker needs of the patients: no more is copied across. */
export function requestedPatients(patients: readonly PatientSeries[]): CheckRequest["patients"] {
  return patients.map(({ patientId, timeS, rateBpm, given, label }) => ({ patientId, timeS, rateBpm, given, label }));
}

/** A finished check as it is shown and saved, at the threshold the detector came with. */
export function makeCheck({ table, signalsId, recordingCheckId }: OpenedTable<HeartRateTable>, result: CheckResult, origin: CheckOrigin): LoadedHeartRateCheck {
  const { threshold } = result;
  const { pooled } = countCheck({ patients: table.patients, scores: result.scores }, threshold);
  const record: HeartRateCheckRecord = {
    ...origin,
    kind: "heart-rate",
    signalsId,
    name: recordingCheckId === undefined ? nameOf(table) : `${nameOf(table)}, heart rate`,
    files: table.files,
    form: table.form,
    unit: table.unit,
    timeKind: table.timeKind,
    columns: table.columns,
    rows: table.rows,
    labelled: table.labelled,
    findings: table.findings,
    modelHash: result.modelHash,
    backend: result.backend,
    shippedThreshold: threshold,
    threshold,
    durationMs: result.durationMs,
    ...(result.drift && { drift: result.drift }),
    warnings: result.warnings,
    curve: result.curve,
    confusion: pooled.confusion,
    predicted: pooled.predicted,
    patientIds: table.patients.map(({ patientId }) => patientId),
    ...(recordingCheckId !== undefined && { recordingCheckId }),
  };
  return { kind: "heart-rate", record, patients: table.patients, scores: result.scores };
}

/** The same for a beat table. */
export function makeBeatCheck(
  { table, signalsId }: OpenedTable<BeatTable>,
  { outputs, ...result }: BeatCheckResult,
  { scheme: modelScheme, ...origin }: CheckOrigin & Pick<BeatModelMeta, "scheme">,
): LoadedBeatCheck {
  const { beats, files, form, samplingRateHz, resampledFrom, findings } = table;
  const record: BeatCheckRecord = {
    ...origin,
    kind: "beats",
    signalsId,
    name: nameOf(table),
    files,
    form,
    rows: beats.count,
    labelled: beats.scheme !== null,
    findings,
    samplesPerBeat: beats.samplesPerBeat,
    scheme: beats.scheme,
    samplingRateHz,
    resampledFrom,
    modelScheme,
    modelHash: result.modelHash,
    backend: result.backend,
    shippedThreshold: result.threshold,
    threshold: result.threshold,
    durationMs: result.durationMs,
    ...(result.drift && { drift: result.drift }),
    warnings: result.warnings,
    ...countBeats(predictedClasses(outputs, modelScheme, result.threshold), beats.label),
  };
  return { kind: "beats", record, beats, outputs };
}

/** What was made of a recording: a diagnosis only of one with twelve leads. */
export interface RecordingAnalysis extends RecordingCheckResult {
  readonly diagnosis: Exclude<DiagnosisOutcome, Cancelled> | null;
}

/** The same for a lead of a recording: its annotations, where it has any, are the labels of the beats found. A failed diagnosis is a warning. */
export function makeRecordingCheck(
  { recording, leadIndex, signalsId }: OpenedRecording,
  { beats, probabilities, diagnosis, ...result }: RecordingAnalysis,
  origin: CheckOrigin,
): LoadedRecordingCheck {
  const { files, form, samplingRateHz, sampleCount, startTime, leads, annotations, findings } = recording;
  const { peakSample } = beats;
  const truth = annotations === null ? null : annotatedClasses(annotations, peakSample, samplingRateHz);
  const record: RecordingCheckRecord = {
    ...origin,
    kind: "recording",
    signalsId,
    name: nameOf(recording),
    files,
    form,
    samplingRateHz,
    sampleCount,
    startTime,
    leadNames: leads.map(({ name }) => name),
    leadIndex,
    rows: peakSample.length,
    labelled: truth !== null,
    findings,
    modelHash: result.modelHash,
    backend: result.backend,
    threshold: null,
    diagnosis: diagnosis?.kind === "diagnosed" ? diagnosis.record : null,
    durationMs: result.durationMs,
    ...(result.drift && { drift: result.drift }),
    warnings: diagnosis?.kind === "failed" ? [...result.warnings, diagnosis.problem.sentence] : result.warnings,
    ...countBeats(likeliestClasses(probabilities, CLASSES.aami.length), truth ?? new Uint8Array(peakSample.length).fill(UNLABELLED)),
  };
  return { kind: "recording", record, recording, beats, probabilities };
}

/** A WFDB record's own name, else the files'. */
const nameOf = ({ files }: { readonly files: readonly SourceFile[] }): string => wfdbRecordName(files) ?? files.map(({ name }) => name).join(", ");

/** What a saved check was made on, so that another detector can be run without the file. */
export function openedOfCheck(check: LoadedCheck): Opened {
  const { signalsId, files, findings } = check.record;
  if (check.kind === "recording") return { kind: "recording", signalsId, recording: check.recording, leadIndex: check.record.leadIndex };
  if (check.kind === "beats") {
    const { form, samplingRateHz, resampledFrom } = check.record;
    return { kind: "table", signalsId, table: { kind: "beats", files, form, beats: check.beats, samplingRateHz, resampledFrom, findings } };
  }
  const { form, unit, timeKind, columns, rows, labelled, recordingCheckId } = check.record;
  return {
    kind: "table", signalsId, ...(recordingCheckId !== undefined && { recordingCheckId }),
    table: { kind: "heart-rate", files, form, unit, timeKind, columns, rows, labelled, findings, patients: check.patients },
  };
}
