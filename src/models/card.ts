import type { HeartRateTable } from "../ecg/heart-rate/table.ts";
import type { DetectorId } from "./detector.ts";

/** What a shipped model was made of, as its `train` writes it: the same data gives the same card. */
export interface TrainedCard {
  readonly id: DetectorId;
  readonly trainedOn: readonly TrainingFile[];
  /** settings and outcome of the training by name: seed, epochs, losses on training and validation parts … */
  readonly training: Readonly<Record<string, number | string>>;
}

export interface TrainingFile {
  readonly name: string;
  readonly sha256: string;
  readonly rows: number;
  readonly patients: number;
}

/** public/models/<id>/card.json */
export interface ModelCard extends TrainedCard {
  /** day of the training, ISO 8601 */
  readonly date: string;
  /** measured after training on a table nobody trained on; null until then */
  readonly figures: CardFigures | null;
}

/** At the shipped threshold, over all patients. */
export interface CardFigures {
  readonly data: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly averagePrecision: number;
  readonly threshold: number;
}

export const CARD_FILE = "card.json";

/** The files of a table as a card names them. */
export function trainingFiles({ files, patients }: HeartRateTable): TrainingFile[] {
  return files.map(({ name, sha256, rows }) => ({ name, sha256, rows, patients: patients.length }));
}

/** A card as the bytes of its file. */
export const encodeCard = (card: TrainedCard | ModelCard): Uint8Array => new TextEncoder().encode(`${JSON.stringify(card, null, 2)}\n`);
