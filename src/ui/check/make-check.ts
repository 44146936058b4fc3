import type { BeatTable } from "../../ecg/beats/table.ts";
import type { HeartRateTable, PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { BeatCheckRecord, HeartRateCheckRecord, LoadedBeatCheck, LoadedCheck, LoadedHeartRateCheck } from "../../db/records.ts";
import type { BeatModelMeta, BeatRun } from "../../models/beat-model.ts";
import type { ParameterValues } from "../../models/detector.ts";
import type { CheckRequest, CheckResult } from "../../worker/protocol.ts";
import { countBeats } from "../beats/beat-counts.ts";
import { predictedClasses } from "../beats/beat-view.ts";
import { countCheck } from "../result/metrics/check-counts.ts";
import type { OpenedTable } from "./check-session.ts";

export interface CheckOrigin {
  readonly id: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly appVersion: string;
  readonly detectorId: string;
  readonly parameters: ParameterValues;
}

/** What the worker needs of the patients: no more is copied across. */
export function requestedPatients(patients: readonly PatientSeries[]): CheckRequest["patients"] {
  return patients.map(({ patientId, timeS, rateBpm, given, label }) => ({ patientId, timeS, rateBpm, given, label }));
}

/** A finished check as it is shown and saved, at the threshold the detector came with. */
export function makeCheck({ table, signalsId }: OpenedTable<HeartRateTable>, result: CheckResult, origin: CheckOrigin): LoadedHeartRateCheck {
  const { threshold } = result;
  const { pooled } = countCheck({ patients: table.patients, scores: result.scores }, threshold);
  const record: HeartRateCheckRecord = {
    ...origin,
    kind: "heart-rate",
    signalsId,
    name: nameOf(table),
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
    warnings: result.warnings,
    curve: result.curve,
    confusion: pooled.confusion,
    predicted: pooled.predicted,
    patientIds: table.patients.map(({ patientId }) => patientId),
  };
  return { kind: "heart-rate", record, patients: table.patients, scores: result.scores };
}

/** The same for a beat table. */
export function makeBeatCheck(
  { table, signalsId }: OpenedTable<BeatTable>,
  { outputs, ...result }: BeatRun & { readonly durationMs: number },
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
    warnings: result.warnings,
    ...countBeats(predictedClasses(outputs, modelScheme, result.threshold), beats.label),
  };
  return { kind: "beats", record, beats, outputs };
}

const nameOf = ({ files }: HeartRateTable | BeatTable): string => files.map(({ name }) => name).join(", ");

/** The table a saved check was made on, so that another detector can be run without the file. */
export function tableOfCheck(check: LoadedCheck): OpenedTable {
  const { signalsId, files, findings } = check.record;
  if (check.kind === "beats") {
    const { form, samplingRateHz, resampledFrom } = check.record;
    return { signalsId, table: { kind: "beats", files, form, beats: check.beats, samplingRateHz, resampledFrom, findings } };
  }
  const { form, unit, timeKind, columns, rows, labelled } = check.record;
  return { signalsId, table: { kind: "heart-rate", files, form, unit, timeKind, columns, rows, labelled, findings, patients: check.patients } };
}
