import type { LoadedCheck, RelabelRecord, VerdictRecord } from "../../db/records.ts";
import type { BeatTable } from "../../ecg/beats/table.ts";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { labelledPeaks } from "../../ecg/recording/labelled-lead.ts";
import type { SourceFile } from "../../ecg/table.ts";
import { hasLabels, type RecordingSource } from "../labelled-recordings/recording-source.ts";
import { isBeatModel } from "../models/model-kinds.ts";
import { canLearnFrom, sourceOfTable, sourcesOfChecks, type LabelledSource } from "./beat-data.ts";
import { sourceOfRates, sourcesOfRateChecks, type RateSource } from "./rate-data.ts";
import type { TrainableModel } from "./trainable-models.ts";

/** A check of a table with all that clinicians said of it. */
export interface ReviewedCheck {
  readonly check: LoadedCheck;
  readonly relabels: readonly RelabelRecord[];
  readonly verdicts: readonly VerdictRecord[];
}

/** What somebody chose to learn from. */
export type ChosenData =
  | { readonly kind: "checks"; readonly checks: readonly ReviewedCheck[] }
  | { readonly kind: "table"; readonly table: BeatTable | HeartRateTable }
  /** of checks or of files */
  | { readonly kind: "recordings"; readonly sources: readonly RecordingSource[] };

export const NO_DATA: ChosenData = { kind: "checks", checks: [] };

export function beatSources(data: ChosenData): readonly LabelledSource[] {
  if (data.kind === "recordings") return [];
  if (data.kind === "table") return data.table.kind === "beats" ? [sourceOfTable(data.table)] : [];
  return sourcesOfChecks(data.checks.flatMap(({ check, relabels }) => (check.kind === "beats" ? [{ check, relabels }] : [])));
}

export function rateSources(data: ChosenData): readonly RateSource[] {
  if (data.kind === "recordings") return [];
  if (data.kind === "table") return data.table.kind === "heart-rate" ? [sourceOfRates(data.table)] : [];
  return sourcesOfRateChecks(data.checks.flatMap(({ check, verdicts }) => (check.kind === "heart-rate" ? [{ check, verdicts }] : [])));
}

export const recordingSources = (data: ChosenData): readonly RecordingSource[] => (data.kind === "recordings" ? data.sources : []);

/** What was read from files. */
export type FileData = Exclude<ChosenData, { readonly kind: "checks" }>;

export const filesOf = (data: FileData): readonly SourceFile[] => (data.kind === "table" ? data.table.files : data.sources.flatMap(({ files }) => files));

/** Why a model cannot learn from files; null where it can. */
export function whyNotFiles(model: TrainableModel, data: FileData): string | null {
  if (data.kind === "table") return whyNotTable(model, data.table);
  return data.sources.some((source) => hasLabels(labelledPeaks(source))) ? null : "No file says which beats there are: choose recordings together with their annotations, such as .atr files.";
}

function whyNotTable(model: TrainableModel, table: BeatTable | HeartRateTable): string | null {
  if (!isBeatModel(model)) return table.kind === "heart-rate" && table.labelled ? null : `${model.name} learns from heart rates with labels; choose another file or model.`;
  const { name, samplesPerBeat, scheme } = model;
  if (table.kind === "beats" && table.beats.samplesPerBeat === samplesPerBeat && canLearnFrom(scheme, table.beats)) return null;
  return `${name} learns from beats of ${samplesPerBeat} samples with ${scheme === null ? "labels" : "the classes N, S, V, F, Q"}; choose another file or model.`;
}
