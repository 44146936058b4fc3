/**
 * A heart-rate table as the app holds it: typed arrays per patient, in time order.
 * Made once by the reader (`ecg/reading`), then passed between worker, page and database as plain data.
 */
import type { Finding, SourceFile } from "../table.ts";

/** How the file is laid out; see the README's list of input forms. */
export type TableForm = "plain" | "preprocessed" | "headerless-cycle";

/** What the heart-rate column held: `scaled` is 0..1, as the published preprocessed form has it. */
export type RateUnit = "bpm" | "rr-ms" | "rr-s" | "scaled";

/** How times were written: `seconds` and `milliseconds` as numbers, `clock` as h:mm:ss, `iso` as ISO 8601 dates, `row` when there was no time column. */
export type TimeKind = "seconds" | "milliseconds" | "clock" | "iso" | "row";

export type ColumnRole = "time" | "patient" | "rate" | "label" | "index" | "cycle" | "hr_diff" | "peak_label" | "other";

/**
 * One column of the input, in file order, for the export; names are unique. What no other array of `PatientSeries` holds is
 * kept in its `extra` under this name: roles `other`, `index`, `cycle`, `rate` in RR units, `hr_diff` and `peak_label` without `given`.
 */
export interface InputColumn {
  readonly name: string;
  readonly role: ColumnRole;
}

/** Heart rates beyond these are kept and flagged. */
export const PLAUSIBLE_BPM = { min: 15, max: 350 } as const;

export const isPlausibleBpm = (rateBpm: number): boolean => rateBpm >= PLAUSIBLE_BPM.min && rateBpm <= PLAUSIBLE_BPM.max;

/** Bits of `PatientSeries.flags`. */
export const ROW_FLAG = {
  /** heart_rate was missing and has been interpolated */
  filled: 1,
  /** outside PLAUSIBLE_BPM */
  outOfRange: 2,
  /** same time as another row of this patient */
  duplicateTime: 4,
  /** in the file, this row's time lay before that of this patient's row above it */
  timeBackwards: 8,
} as const;

export type ExtraColumn =
  | { readonly name: string; readonly kind: "number"; readonly values: Float64Array }
  | { readonly name: string; readonly kind: "text"; readonly codes: Uint32Array; readonly texts: readonly string[] };

/** One patient's rows in time order (stable for equal times); all arrays have the same length. */
export interface PatientSeries {
  readonly patientId: string;
  /** 0-based data row in the order of the input, over all files: the export's order */
  readonly sourceRow: Uint32Array;
  /** seconds: since the epoch for `iso`, since the recording's own zero otherwise */
  readonly timeS: Float64Array;
  /** beats per minute (or 0..1 where the unit is `scaled`), gaps filled */
  readonly rateBpm: Float64Array;
  /** 1 anomalous, 0 normal, UNLABELLED */
  readonly label: Uint8Array;
  /** ROW_FLAG bits */
  readonly flags: Uint8Array;
  /** only where the unit is `scaled`: the file's own scaled hr_diff (NaN where empty) and peak_label */
  readonly given: { readonly hrDiff: Float64Array; readonly peakLabel: Uint8Array } | null;
  /** the input's other columns, kept for the export */
  readonly extra: readonly ExtraColumn[];
}

export interface HeartRateTable {
  readonly kind: "heart-rate";
  readonly files: readonly SourceFile[];
  readonly form: TableForm;
  readonly unit: RateUnit;
  readonly timeKind: TimeKind;
  readonly columns: readonly InputColumn[];
  readonly rows: number;
  readonly labelled: boolean;
  /** in the order in which they first appear */
  readonly patients: readonly PatientSeries[];
  readonly findings: readonly Finding[];
}
