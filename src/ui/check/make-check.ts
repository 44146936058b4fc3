import { addConfusion, confusionAt, NO_COUNTS } from "../../ecg/metrics/confusion.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import type { CheckRecord, LoadedCheck } from "../../db/records.ts";
import type { DetectorId, ParameterValues } from "../../models/detector.ts";
import type { CheckRequest, CheckResult } from "../../worker/protocol.ts";
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
    confusion: table.labelled
      ? table.patients.map(({ label }, i) => confusionAt(result.scores[i], label, threshold)).reduce(addConfusion, NO_COUNTS)
      : null,
    predicted: result.scores.reduce((sum, scores) => sum + countAtLeast(scores, threshold), 0),
    patientIds: table.patients.map(({ patientId }) => patientId),
  };
  return { record, patients: table.patients, scores: result.scores };
}

/** The table a saved check was made on, so that another detector can be run without the file. */
export function tableOfCheck({ record, patients }: LoadedCheck): OpenedTable {
  const { signalsId, files, form, unit, timeKind, columns, rows, labelled, findings } = record;
  return { signalsId, table: { files, form, unit, timeKind, columns, rows, labelled, findings, patients } };
}

/** The patient with the most predicted rows; of equals, the first; null without patients. */
export function mostSeverePatient({ record, scores }: LoadedCheck): string | null {
  const predicted = scores.map((patient) => countAtLeast(patient, record.threshold));
  return predicted.length === 0 ? null : record.patientIds[predicted.indexOf(Math.max(...predicted))];
}

/** NaN (not scored) is never predicted. */
function countAtLeast(scores: Float32Array, threshold: number): number {
  let count = 0;
  for (const score of scores) if (score >= threshold) count += 1;
  return count;
}
