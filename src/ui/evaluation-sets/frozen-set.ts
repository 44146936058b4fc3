import type { CheckRecord, LoadedCheck } from "../../db/records.ts";
import { CLASSES } from "../../ecg/beats/classes.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { OpenedContent } from "../../ecg/reading/open-files.ts";
import { labelledPeaks, type LabelledLead } from "../../ecg/recording/labelled-lead.ts";
import type { Recording } from "../../ecg/recording/recording.ts";
import { DIAGNOSED_S, twelveLeads } from "../../ecg/recording/twelve-leads.ts";
import { UNLABELLED, type SourceFile } from "../../ecg/table.ts";
import type { DiagnosedRecord, EvaluationContent, EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";
import { SUPERCLASSES } from "../../models/recording-model.ts";
import { peaksPerClass, hasLabels, labelledLeadOf, recordingName, type RecordingSource } from "../labelled-recordings/recording-source.ts";

/** A set about to be frozen, with its rows. */
export interface FrozenSet {
  readonly set: EvaluationSet;
  readonly content: EvaluationContent;
}

/** Whether a saved check of a table has labels to measure against. */
export const isFreezable = ({ kind, labelled }: Pick<CheckRecord, "kind" | "labelled">): boolean => labelled && kind !== "recording";

/** All rows of a saved check of a table. Throws ProblemError `not-labelled` where it has no labels. */
export function freezeCheck(check: LoadedCheck, name: string): FrozenSet {
  if (check.kind === "beats") return frozen(name, check.record.files, { kind: "beats", beats: check.beats });
  if (check.kind === "heart-rate") return frozen(name, check.record.files, { kind: "heart-rate", patients: check.patients });
  throw notLabelled(name);
}

/** All rows of a file that was read. Throws ProblemError `not-labelled`. */
export function freezeOpened(opened: OpenedContent, name: string): FrozenSet {
  if (opened.kind !== "table") throw notLabelled(name);
  const { table } = opened;
  return frozen(name, table.files, table.kind === "beats" ? { kind: "beats", beats: table.beats } : { kind: "heart-rate", patients: table.patients });
}

/** The labelled beats of recordings: the file's, corrected by clinicians. Throws ProblemError `not-labelled`. */
export async function freezeRecordings(sources: readonly RecordingSource[], name: string): Promise<FrozenSet> {
  const labelled = sources.map((source) => ({ source, peaks: labelledPeaks(source) })).filter(({ peaks }) => hasLabels(peaks));
  const recordings: LabelledLead[] = [];
  for (const { source, peaks } of labelled) recordings.push(await labelledLeadOf(source, peaks));
  return frozen(name, labelled.flatMap(({ source }) => source.files), { kind: "recordings", recordings });
}

/** Ten seconds of twelve leads with diagnoses, and the files they are from. */
export interface DiagnosedSource {
  readonly files: readonly SourceFile[];
  readonly record: DiagnosedRecord;
}

/** What a recording says of its first ten seconds; null where it has no twelve leads, or no superclasses are stated. `patient`: in place of what the file says. */
export function diagnosedSource(recording: Recording, patient: DiagnosedRecord["patient"] = recording.patient): DiagnosedSource | null {
  const leads = twelveLeads(recording, DIAGNOSED_S);
  const superclasses = recording.diagnoses?.superclasses ?? null;
  if (leads === null || superclasses === null) return null;
  const { files, samplingRateHz } = recording;
  const { ageYears, sex, heightCm, weightKg } = patient;
  return { files, record: { name: recordingName(files), leads, samplingRateHz, patient: { ageYears, sex, heightCm, weightKg }, superclasses } };
}

/** Throws ProblemError `not-labelled` where there is none. */
export function freezeDiagnosed(sources: readonly DiagnosedSource[], name: string): FrozenSet {
  return frozen(name, sources.flatMap(({ files }) => files), { kind: "twelve-lead", records: sources.map(({ record }) => record) });
}

function frozen(name: string, files: readonly SourceFile[], content: EvaluationContent): FrozenSet {
  const { rows, rowsPerClass } = countedRows(content);
  if (rows === 0 || (content.kind !== "twelve-lead" && Object.values(rowsPerClass).every((count) => count === 0))) throw notLabelled(name);
  const set: EvaluationSet = {
    id: crypto.randomUUID(),
    name,
    kind: content.kind,
    samplesPerBeat: content.kind === "beats" ? content.beats.samplesPerBeat : null,
    fileSha256: [...new Set(files.map(({ sha256 }) => sha256))],
    rows,
    ...(content.kind === "recordings" && { recordings: content.recordings.length }),
    rowsPerClass,
    frozenAt: new Date().toISOString(),
  };
  // The other columns of the input are kept for exports of a check; nothing is measured on them.
  return { set, content: content.kind === "heart-rate" ? { ...content, patients: content.patients.map((patient) => ({ ...patient, extra: [] })) } : content };
}

/** What is judged, and of it the rows of each class; of records of twelve leads several classes can hold, or none. */
function countedRows(content: EvaluationContent): Pick<EvaluationSet, "rows" | "rowsPerClass"> {
  switch (content.kind) {
    case "beats":
      return { rows: content.beats.count, rowsPerClass: beatsPerClass(content.beats) };
    case "heart-rate":
      return { rows: content.patients.reduce((sum, { label }) => sum + label.length, 0), rowsPerClass: ratesPerClass(content.patients) };
    case "recordings": {
      const rowsPerClass = peaksPerClass(content.recordings);
      return { rows: Object.values(rowsPerClass).reduce((sum, count) => sum + count, 0), rowsPerClass };
    }
    case "twelve-lead":
      return { rows: content.records.length, rowsPerClass: Object.fromEntries(SUPERCLASSES.map(({ code }) => [code, content.records.filter(({ superclasses }) => superclasses.includes(code)).length])) };
  }
}

function beatsPerClass({ scheme, label }: Beats): Record<string, number> {
  if (scheme === null) return {};
  const counts = CLASSES[scheme].map(() => 0);
  for (const own of label) if (own !== UNLABELLED) counts[own]++;
  return Object.fromEntries(CLASSES[scheme].map(({ code }, k) => [code, counts[k]]));
}

function ratesPerClass(patients: readonly PatientSeries[]): Record<string, number> {
  const counts = [0, 0];
  for (const { label } of patients) for (const own of label) if (own !== UNLABELLED) counts[own]++;
  return { normal: counts[0], anomalous: counts[1] };
}

const notLabelled = (name: string): ProblemError => new ProblemError("not-labelled", `“${name}” has no labels to measure against`, "Choose checks or files with labels");
