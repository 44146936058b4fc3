import type { BeatTable } from "../../ecg/beats/table.ts";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { isBeatModel } from "../models/model-kinds.ts";
import { canLearnFrom, sourceOfTable, sourcesOfChecks, type LabelledSource } from "./beat-data.ts";
import { sourceOfRates, sourcesOfRateChecks, type RateSource } from "./rate-data.ts";
import type { TrainableModel } from "./trainable-models.ts";
import type { ReviewedCheck } from "./use-training-sources.ts";

/** What somebody chose to learn from. */
export type ChosenData = { readonly kind: "checks"; readonly checks: readonly ReviewedCheck[] } | { readonly kind: "table"; readonly table: BeatTable | HeartRateTable };

export const NO_DATA: ChosenData = { kind: "checks", checks: [] };

export function beatSources(data: ChosenData): readonly LabelledSource[] {
  if (data.kind === "table") return data.table.kind === "beats" ? [sourceOfTable(data.table)] : [];
  return sourcesOfChecks(data.checks.flatMap(({ check, relabels }) => (check.kind === "beats" ? [{ check, relabels }] : [])));
}

export function rateSources(data: ChosenData): readonly RateSource[] {
  if (data.kind === "table") return data.table.kind === "heart-rate" ? [sourceOfRates(data.table)] : [];
  return sourcesOfRateChecks(data.checks.flatMap(({ check, verdicts }) => (check.kind === "heart-rate" ? [{ check, verdicts }] : [])));
}

/** Why a model cannot learn from a table; null where it can. */
export function whyNotTable(model: TrainableModel, table: BeatTable | HeartRateTable): string | null {
  if (!isBeatModel(model)) return table.kind === "heart-rate" && table.labelled ? null : `${model.name} learns from heart rates with labels; choose another file or model.`;
  const { name, samplesPerBeat, scheme } = model;
  if (table.kind === "beats" && table.beats.samplesPerBeat === samplesPerBeat && canLearnFrom(scheme, table.beats)) return null;
  return `${name} learns from beats of ${samplesPerBeat} samples with ${scheme === null ? "labels" : "the classes N, S, V, F, Q"}; choose another file or model.`;
}
