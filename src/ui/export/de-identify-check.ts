import type { BeatCheckRecord, HeartRateCheckRecord, LoadedBeatCheck, LoadedCheck, LoadedHeartRateCheck, LoadedRecordingCheck, RecordingCheckRecord } from "../../db/records.ts";
import { boundedAge, fromZero, onOtherDay, onOtherDays, plainLeadName, withRhythmTexts, type DeIdentification } from "../../ecg/export/de-identification.ts";
import type { InputColumn, PatientSeries, TimeKind } from "../../ecg/heart-rate/table.ts";
import type { SourceFile } from "../../ecg/table.ts";
import type { JudgedCheck } from "./read-judged-check.ts";

/** The name that the check goes by, and its files. */
export const DEIDENTIFIED_NAME = "de-identified";

const NOTE = "De-identified: IDs are pseudonyms, dates are moved by a number of days drawn for each patient, texts of the file are left out.";

/**
 * A check with what clinicians said of it, in the same shape but without what tells whose it is: every part is named here, so
 * that nothing new slips through. Texts of which nothing may be said are empty. The signals, scores and classes stay.
 */
export function deIdentifyCheck({ check, verdicts, relabels }: JudgedCheck, identity: DeIdentification): JudgedCheck {
  return {
    check: deIdentified(check, identity),
    verdicts: verdicts.map(({ patientId, peakRow, verdict }) => ({ checkId: "", patientId: identity.pseudonymOf(patientId), peakRow, verdict, at: "" })),
    relabels: relabels.map(({ beat, classIndex }) => ({ checkId: "", beat, classIndex, at: "" })),
  };
}

function deIdentified(check: LoadedCheck, identity: DeIdentification): LoadedCheck {
  switch (check.kind) {
    case "heart-rate":
      return heartRates(check, identity);
    case "beats":
      return beats(check, identity);
    case "recording":
      return recording(check, identity);
  }
}

/** The columns are ours, whatever the file's are called and whatever else it holds. */
function heartRates({ record, patients, scores }: LoadedHeartRateCheck, identity: DeIdentification): LoadedHeartRateCheck {
  const { form, unit, timeKind, labelled, shippedThreshold, threshold, curve } = record;
  const given = record.columns.find(({ role }) => role === "rate")?.name;
  const rate: InputColumn = { name: unit.startsWith("rr") ? "rr_interval" : "heart_rate", role: "rate" };
  const columns: readonly InputColumn[] = [
    ...(timeKind === "row" ? [] : [{ name: "timestamp", role: "time" } as const]), { name: "patient_id", role: "patient" }, rate, ...(labelled ? [{ name: "label", role: "label" } as const] : []),
  ];
  const series = patients.map(({ patientId, sourceRow, timeS, rateBpm, label, flags, extra }): PatientSeries => ({
    patientId: identity.pseudonymOf(patientId), sourceRow, timeS: otherTimes(timeS, timeKind, identity.firstDayOf(patientId)), rateBpm, label, flags, given: null,
    extra: extra.filter(({ name, kind }) => name === given && kind === "number").map((column) => ({ ...column, name: rate.name })),
  }));
  const own: HeartRateCheckRecord = { ...facts(record, identity), kind: "heart-rate", form, unit, timeKind, columns, shippedThreshold, threshold, curve, patientIds: series.map(({ patientId }) => patientId) };
  return { kind: "heart-rate", record: own, patients: series, scores };
}

/** Clock times say no date, and rows are counted; any other number may be counted from one. */
function otherTimes(timeS: Float64Array, kind: TimeKind, firstDay: number): Float64Array {
  switch (kind) {
    case "iso":
      return onOtherDays(timeS, firstDay);
    case "seconds":
    case "milliseconds":
      return fromZero(timeS);
    case "clock":
    case "row":
      return timeS;
  }
}

function beats({ record, beats: table, outputs }: LoadedBeatCheck, identity: DeIdentification): LoadedBeatCheck {
  const { form, samplingRateHz, resampledFrom, samplesPerBeat, scheme, modelScheme, shippedThreshold, threshold } = record;
  const own: BeatCheckRecord = { ...facts(record, identity), kind: "beats", form, samplingRateHz, resampledFrom, samplesPerBeat, scheme, modelScheme, shippedThreshold, threshold };
  return { kind: "beats", record: own, beats: table, outputs };
}

function recording({ record, recording: whole, beats: found, probabilities }: LoadedRecordingCheck, identity: DeIdentification): LoadedRecordingCheck {
  const { form, samplingRateHz, sampleCount, leadIndex, diagnosis } = record;
  const { id, ageYears, sex } = whole.patient;
  const startTime = onOtherDay(whole.startTime, identity.firstDayOf(id ?? ""));
  const leads = whole.leads.map(({ name, samplesMv, unusable }, lead) => ({ name: plainLeadName(name, lead), samplesMv, unusable }));
  const own: RecordingCheckRecord = {
    ...facts(record, identity), kind: "recording", form, samplingRateHz, sampleCount, startTime, leadIndex, threshold: null, leadNames: leads.map(({ name }) => name),
    diagnosis: diagnosis && {
      patient: { ageYears: null, sex: null, heightCm: null, weightKg: null }, probabilities: diagnosis.probabilities, shippedThresholds: diagnosis.shippedThresholds,
      thresholds: diagnosis.thresholds, imputed: diagnosis.imputed, modelHash: diagnosis.modelHash, backend: diagnosis.backend, warnings: [], modelVersion: diagnosis.modelVersion,
    },
  };
  return {
    kind: "recording", record: own, beats: found, probabilities,
    recording: {
      kind: "recording", form, samplingRateHz, sampleCount, leads, startTime, files: own.files, timing: whole.timing, annotations: withRhythmTexts(whole.annotations),
      patient: { id: id === null ? null : identity.pseudonymOf(id), ageYears: boundedAge(ageYears), sex, heightCm: null, weightKg: null }, findings: [],
    },
  };
}

/** What every check says of itself. */
function facts(record: LoadedCheck["record"], { checkId }: DeIdentification) {
  const { files, rows, labelled, detectorId, modelVersion, modelHash, backend, appVersion, durationMs, confusion, predicted, drift } = record;
  return {
    id: checkId, signalsId: "", name: DEIDENTIFIED_NAME, createdAt: "", files: files.map(numbered), rows, labelled, findings: [], detectorId, modelVersion, parameters: {}, modelHash,
    backend, appVersion, durationMs, warnings: [NOTE], confusion, predicted, ...(drift !== undefined && { drift }),
  };
}

/** A file's hash would lead back to the file. */
const numbered = ({ rows }: SourceFile, i: number): SourceFile => ({ name: `file ${i + 1}`, bytes: 0, sha256: "", rows });
