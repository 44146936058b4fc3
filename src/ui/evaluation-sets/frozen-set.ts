import type { CheckRecord, LoadedCheck } from "../../db/records.ts";
import { CLASSES } from "../../ecg/beats/classes.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { ProblemError } from "../../ecg/problem.ts";
import type { OpenedContent } from "../../ecg/reading/open-files.ts";
import { UNLABELLED, type SourceFile } from "../../ecg/table.ts";
import type { EvaluationContent, EvaluationSet } from "../../lifecycle/registry/evaluation-set.ts";

/** A set about to be frozen, with its rows. */
export interface FrozenSet {
  readonly set: EvaluationSet;
  readonly content: EvaluationContent;
}

/** Whether a saved check has labels to measure against, of a kind that sets hold. */
export const isFreezable = ({ kind, labelled }: Pick<CheckRecord, "kind" | "labelled">): boolean => labelled && kind !== "recording";

/** All rows of a saved check. Throws ProblemError `not-labelled` where it has no labels, or is of a recording. */
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

function frozen(name: string, files: readonly SourceFile[], content: EvaluationContent): FrozenSet {
  const rowsPerClass = content.kind === "beats" ? beatsPerClass(content.beats) : ratesPerClass(content.patients);
  if (Object.values(rowsPerClass).every((rows) => rows === 0)) throw notLabelled(name);
  const set: EvaluationSet = {
    id: crypto.randomUUID(),
    name,
    kind: content.kind,
    samplesPerBeat: content.kind === "beats" ? content.beats.samplesPerBeat : null,
    fileSha256: files.map(({ sha256 }) => sha256),
    rows: content.kind === "beats" ? content.beats.count : content.patients.reduce((sum, { label }) => sum + label.length, 0),
    rowsPerClass,
    frozenAt: new Date().toISOString(),
  };
  // The other columns of the input are kept for exports of a check; nothing is measured on them.
  return { set, content: content.kind === "beats" ? content : { ...content, patients: content.patients.map((patient) => ({ ...patient, extra: [] })) } };
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

const notLabelled = (name: string): ProblemError => new ProblemError("not-labelled", `“${name}” has no labels of beats or heart rates to measure against`, "Choose a check of a labelled table");
