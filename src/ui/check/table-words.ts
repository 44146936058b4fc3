import type { ColumnRole, RateUnit, TableForm, TimeKind } from "../../ecg/heart-rate/table.ts";
import type { StatedUnit } from "../../ecg/reading/import-guess.ts";

/** How the page names what was read; said plainly, the same words in the summary and the import dialog. */

export const FORM_WORDS: Readonly<Record<TableForm, string>> = {
  plain: "Heart-rate table",
  preprocessed: "Preprocessed form of the published app",
  "headerless-cycle": "One file a patient, without header (cycle, time, gap, rate)",
};

export const UNIT_WORDS: Readonly<Record<RateUnit, string>> = {
  bpm: "Beats per minute",
  "rr-ms": "RR intervals in milliseconds, turned into beats per minute",
  "rr-s": "RR intervals in seconds, turned into beats per minute",
  scaled: "Already scaled to 0–1, used as it is",
};

export const TIME_WORDS: Readonly<Record<TimeKind, string>> = {
  seconds: "Seconds",
  milliseconds: "Milliseconds",
  clock: "Clock time (h:mm:ss)",
  iso: "Date and time (ISO 8601)",
  row: "No time: rows are numbered",
};

export const STATED_UNITS: readonly { readonly value: StatedUnit; readonly label: string }[] = [
  { value: "bpm", label: "Beats per minute" },
  { value: "rr-ms", label: "RR intervals in milliseconds" },
  { value: "rr-s", label: "RR intervals in seconds" },
  { value: "scaled", label: "Already scaled to 0–1" },
  { value: "raw-ecg", label: "None of these: this is a raw ECG" },
];

export const TIME_KINDS: readonly { readonly value: TimeKind; readonly label: string }[] = (
  ["seconds", "milliseconds", "clock", "iso", "row"] as const
).map((value) => ({ value, label: TIME_WORDS[value] }));

export const COLUMN_ROLES: readonly { readonly value: ColumnRole; readonly label: string }[] = [
  { value: "rate", label: "Heart rate or RR" },
  { value: "time", label: "Time" },
  { value: "patient", label: "Patient ID" },
  { value: "label", label: "Label (0 or 1)" },
  { value: "index", label: "Row number" },
  { value: "cycle", label: "Cycle" },
  { value: "hr_diff", label: "hr_diff" },
  { value: "peak_label", label: "peak_label" },
  { value: "other", label: "Not used" },
];
