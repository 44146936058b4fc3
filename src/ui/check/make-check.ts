import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { CheckRecord, LoadedCheck } from "../../db/records.ts";
import type { DetectorId, ParameterValues } from "../../models/detector.ts";
import type { CheckRequest, CheckResult } from "../../worker/protocol.ts";
import { countCheck } from "../result/metrics/check-counts.ts";
import type { OpenedTable } from "./check-session.ts";

export interface CheckOrigin {
  readonly id: string;
  /** ISO 8601 */
  readonly createdAt: string;
  readonly appVersion: string;
  readonly detectorId: DetectorId;
  readonly parameters: ParameterValues;
}

/** What the worker needs of the patients: no more is copied across. */
export function requestedPatients(patients: readonly PatientSeries[]): CheckRequest["patients"] {
  return patients.map(({ patientId, timeS, rateBpm, given, label }) => ({ patientId, timeS, rateBpm, given, label }));
}

/** A finished check as it is shown and saved, at the threshold the detector came with. */
export function makeCheck({ table, signalsId }: OpenedTable, result: CheckResult, origin: CheckOrigin): LoadedCheck {
  const { threshold } = result;
  const { pooled } = countCheck({ patients: table.patients, scores: result.scores }, threshold);
  const record: CheckRecord = {
    ...origin,
    signalsId,
    name: table.files.map(({ name }) => name).join(", "),
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
  return { record, patients: table.patients, scores: result.scores };
}

/** The table a saved check was made on, so that another detector can be run without the file. */
export function tableOfCheck({ record, patients }: LoadedCheck): OpenedTable {
  const { signalsId, files, form, unit, timeKind, columns, rows, labelled, findings } = record;
  return { signalsId, table: { files, form, unit, timeKind, columns, rows, labelled, findings, patients } };
}
