import type { LabelCoding } from "./label-coding.ts";

/** Where the class stands in a row. */
export type LabelPlace = "first" | "last" | "none";

/** What the user states about a beat table where the guess is weak; applied to every file of this opening. */
export interface BeatAnswers {
  readonly kind: "beats";
  readonly hasHeader: boolean;
  /** the first cell of a row counts rows */
  readonly hasIndex: boolean;
  readonly labelPlace: LabelPlace;
  /** what the labels mean; null without labels */
  readonly coding: LabelCoding | null;
  /** of the file; needed where a row is of neither 187 nor 140 samples, null otherwise */
  readonly samplingRateHz: number | null;
}

/** Shown when it is not sure how a beat table is to be read: its first beats and the guess to confirm or correct. */
export interface BeatQuestion {
  readonly kind: "beats";
  readonly fileName: string;
  /** what the reader could not decide, one sentence each */
  readonly reasons: readonly string[];
  /** nothing but what the classes mean is in doubt */
  readonly isLayoutSure: boolean;
  readonly cellsPerRow: number;
  /** the first at most 8 rows of data as numbers (NaN where a cell is none), label and index among them */
  readonly firstRows: readonly Float64Array[];
  readonly guess: BeatAnswers;
}
