import type { Interval } from "../ecg/metrics/intervals.ts";
import type { DetectorId, ParameterValues } from "./detector.ts";

/** A figure on test data; null where it is undefined. The interval covers 95 %. */
export interface Measured {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** A set of rows, told apart from others by the hash of its file. */
export interface DataSet {
  /** e.g. "heart-rate/train" */
  readonly name: string;
  /** of the file's bytes, lower-case hex */
  readonly sha256: string;
  readonly rows: number;
  readonly patients: number;
}

/** What a shipped detector was measured at, over all rows of all patients, at the card's threshold. */
export interface CardMetrics {
  readonly evaluatedOn: DataSet;
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
  readonly averagePrecision: Measured;
}

/**
 * The model card that ships beside a detector as `public/models/<id>/card.json`. Training writes it with `metrics`
 * null; `npm run evaluate -- heart-rate FILE --write-cards` fills them in.
 */
export interface ModelCard {
  readonly id: DetectorId;
  readonly name: string;
  readonly version: string;
  readonly trainedOn: DataSet;
  /** which patients were used for what, and how parameters and threshold were chosen */
  readonly split: string;
  readonly parameters: ParameterValues;
  /** a score from this on is predicted anomalous */
  readonly threshold: number;
  readonly metrics: CardMetrics | null;
  readonly intendedUse: string;
  readonly limits: readonly string[];
  /** ISO 8601 day */
  readonly date: string;
  readonly licence: string;
}

/** The card as the bytes of its file. */
export function encodeCard(card: ModelCard): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(card, null, 2)}\n`);
}
