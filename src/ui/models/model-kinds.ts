import type { BeatModelMeta } from "../../models/beat-model.ts";
import type { ArrhythmiaCard, BeatModelCard, ModelCard, TwelveLeadCard } from "../../models/card.ts";
import type { DetectorMeta } from "../../models/detector.ts";
import { SUPERCLASSES, type RecordingModelMeta } from "../../models/recording-model.ts";
import { CLASSES } from "../../ecg/beats/classes.ts";

/** A detector of heart-rate tables, a model of single beats or of raw ECGs: what all are listed and explained by. */
export type ModelMeta = DetectorMeta | BeatModelMeta | RecordingModelMeta;
export type AnyCard = ModelCard | BeatModelCard | ArrhythmiaCard | TwelveLeadCard;

export const isDetector = (meta: ModelMeta): meta is DetectorMeta => "score" in meta;
export const isBeatModel = (meta: ModelMeta): meta is BeatModelMeta => "samplesPerBeat" in meta;
export const isRecordingModel = (meta: ModelMeta): meta is RecordingModelMeta => !isDetector(meta) && !isBeatModel(meta);

/** A beat model's card has a list of sets of figures, the others one or none. */
export const isBeatModelCard = (card: AnyCard): card is BeatModelCard => Array.isArray(card.metrics);
export const isDetectorCard = (card: AnyCard): card is ModelCard => !isBeatModelCard(card) && card.id !== "arrhythmia" && card.id !== "twelve-lead";

/** What a model takes, in a few words. */
export function inputText(meta: ModelMeta): string {
  if (isDetector(meta)) return "Heart-rate table";
  if (isBeatModel(meta)) return `Beats of ${meta.samplesPerBeat} samples`;
  return meta.id === "arrhythmia" ? "Raw ECG, one lead" : "Raw ECG, twelve leads of 10 s";
}

/** What a model gives, in a few words. */
export function outputText(meta: ModelMeta): string {
  if (isDetector(meta)) return `${meta.score.label}, one a row`;
  if (isBeatModel(meta)) return meta.scheme === null ? "Reconstruction error, one a beat" : probabilitiesOf(CLASSES[meta.scheme]);
  return probabilitiesOf(meta.id === "arrhythmia" ? CLASSES.aami : SUPERCLASSES);
}

const probabilitiesOf = (classes: readonly { readonly code: string }[]): string => `A probability for each of ${classes.map(({ code }) => code).join(", ")}`;
