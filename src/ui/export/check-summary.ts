import type { CheckRecord } from "../../db/records.ts";
import { findingsJson } from "../../ecg/export/answer-json.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";

/** A check's record as JSON, without its signals: for the programmatic interface and the export. */
export function checkSummary(record: CheckRecord) {
  const { id, createdAt, name, kind, files, modelVersion, modelHash, backend, durationMs, rows, predicted, confusion, drift, warnings, findings } = record;
  const diagnosis = record.kind === "recording" ? record.diagnosis : null;
  return {
    checkId: id, createdAt, name, kind,
    files: files.map((file) => ({ name: file.name, sha256: file.sha256 })),
    model: record.detectorId, modelVersion, modelSha256: modelHash, backend, durationMs, rows, predicted, confusion,
    drift: drift === undefined ? null : { likeness: drift.likeness, isUnlike: drift.isUnlike },
    warnings,
    findings: findings.map(({ sentence }) => sentence),
    diagnosis: diagnosis === null ? null : { ...findingsJson(SUPERCLASSES.map(({ code }) => code), diagnosis), imputed: diagnosis.imputed },
  };
}
