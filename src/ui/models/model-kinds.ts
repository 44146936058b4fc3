import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { BeatModelCard, ModelCard } from "../../models/card.ts";
import type { DetectorMeta } from "../../models/detector.ts";
import { CLASSES } from "../../ecg/beats/classes.ts";

/** A detector of heart-rate tables or a model of single beats: what both are listed and explained by. */
export type ModelMeta = DetectorMeta | BeatModelMeta;
export type AnyCard = ModelCard | BeatModelCard;

export const isBeatModel = (meta: ModelMeta): meta is BeatModelMeta => "samplesPerBeat" in meta;

/** A detector's card has one set of figures or none, a beat model's a list of them. */
export const isBeatModelCard = (card: AnyCard): card is BeatModelCard => Array.isArray(card.metrics);

/** What a model takes, in a few words. */
export function inputText(meta: ModelMeta): string {
  if (!isBeatModel(meta)) return "Heart-rate table";
  return `Beats of ${meta.samplesPerBeat} samples`;
}

/** What a model gives, in a few words. */
export function outputText(meta: ModelMeta): string {
  if (!isBeatModel(meta)) return `${meta.score.label}, one a row`;
  if (meta.scheme === null) return "Reconstruction error, one a beat";
  return `A probability for each of ${CLASSES[meta.scheme].map(({ code }) => code).join(", ")}`;
}
