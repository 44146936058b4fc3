import type { ColumnRole, RateUnit, TimeKind } from "../heart-rate/table.ts";

/** What the user states in the import dialog. `raw-ecg` has the file read as a recording. */
export type StatedUnit = RateUnit | "raw-ecg";

/** One column as the import dialog offers it. */
export interface ColumnGuess {
  readonly name: string;
  readonly role: ColumnRole;
  /** why the guess is weak, or null when it is sure */
  readonly doubt: string | null;
}

/** Shown when the guess is weak: the first rows as text and the guess to confirm or correct. */
export interface ImportQuestion {
  readonly kind: "heart-rate";
  readonly fileName: string;
  /** what the reader could not decide, one sentence each */
  readonly reasons: readonly string[];
  readonly hasHeader: boolean;
  readonly columns: readonly ColumnGuess[];
  /** the first at most 8 rows of data (below the header, where there is one), cells as text, cut to 40 characters */
  readonly firstRows: readonly (readonly string[])[];
  readonly unit: StatedUnit;
  readonly timeKind: TimeKind;
}

/** The user's answer; applied to every file of the same layout in this opening. */
export interface ImportAnswers {
  readonly kind: "heart-rate";
  readonly hasHeader: boolean;
  /** role of each column, in file order */
  readonly roles: readonly ColumnRole[];
  readonly unit: StatedUnit;
  readonly timeKind: TimeKind;
}
