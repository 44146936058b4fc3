/** What every kind of table has: the files it was read from, what was noticed in them, labels that may be missing. */

export interface SourceFile {
  readonly name: string;
  readonly bytes: number;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly sha256: string;
  readonly rows: number;
}

/** Label of a row that nobody labelled. */
export const UNLABELLED = 255;

/** Something counted while reading that the user should know: never an error, never silent. */
export interface Finding {
  readonly code:
    | "gaps-filled" | "out-of-range" | "duplicate-times" | "time-backwards" | "already-scaled"
    | "merged-files" | "unlabelled-rows" | "rr-converted" | "comment-lines" | "no-time-column"
    | "resampled" | "flat-beats" | "other";
  readonly count: number;
  readonly sentence: string;
  /** first few places, as file and 1-based line */
  readonly examples: readonly { readonly file: string; readonly line: number }[];
}
