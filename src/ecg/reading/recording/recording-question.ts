/** What the user states about a raw ECG as text, where the guess is weak. */
export interface RecordingAnswers {
  readonly kind: "recording";
  /** index of the column of times, null where there is none */
  readonly timeColumn: number | null;
  /** indices of the columns that are leads, and their names */
  readonly leads: readonly { readonly column: number; readonly name: string }[];
  /** null: found from the times */
  readonly samplingRateHz: number | null;
  readonly unit: SampleUnit;
}

/** What a number in the file is: adc units have a gain, so many to the millivolt, and a value that is 0 mV. */
export type SampleUnit =
  | { readonly kind: "mV" }
  | { readonly kind: "µV" }
  | { readonly kind: "V" }
  | { readonly kind: "adc"; readonly unitsPerMv: number; readonly zero: number };

/** Shown when it is not sure how a recording is to be read: its first rows and the guess to confirm or correct. */
export interface RecordingQuestion {
  readonly kind: "recording";
  readonly fileName: string;
  /** what the reader could not decide, one sentence each */
  readonly reasons: readonly string[];
  readonly columnNames: readonly string[];
  /** the first at most 8 rows of cells, as written */
  readonly firstRows: readonly (readonly string[])[];
  readonly guess: RecordingAnswers;
}
