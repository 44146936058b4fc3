import { isPlausibleBpm } from "../../../heart-rate/table.ts";
import { meaningOfName } from "../../column-names.ts";
import { shareOf } from "../../column-profile.ts";
import type { HeadText } from "../../head.ts";
import { followsEinthoven, isLeadName, isOtherSignal } from "./guess-leads.ts";
import { findTimeColumns, type TimeColumn } from "./guess-time.ts";
import { RATE_HZ, readNotes } from "./notes.ts";
import { inspectRecording, type RecordingHead } from "./recording-head.ts";

/** An ECG has negative samples, a heart rate has none. */
const NEGATIVE_SHARE = 0.02;
const LEAST_ROWS = 8;
const TWELVE = 12;
/** The longest step between samples, of their usual distance. */
const UNEVEN = 1.2;

/**
 * Whether a text is a raw ECG: no column is named as a heart rate or RR interval, and the notes state a sampling rate, a
 * column is named as a lead, the times are as close as samples are, or the numbers behave like leads.
 */
export function isRecordingText(text: HeadText): boolean {
  const head = inspectRecording(text);
  if (head === null) return false;
  const meanings = head.names.map(meaningOfName);
  if (meanings.some(({ role, exact }) => role === "rate" && exact)) return false;
  if (head.names.some((_, column) => head.columns[column].notation === "number" && isLeadName(head, column))) return true;
  if (meanings.some(({ role, exact }) => exact && (role === "patient" || role === "label" || role === "cycle"))) return false;
  if (readNotes(head.notes).samplingRateHz !== null) return true;
  const times = findTimeColumns(head);
  if (times.some((time) => time.unitsPerS !== null && time.unitsPerS / time.clock.period >= RATE_HZ.min && !holdsHeartRates(head, time))) return true;
  return hasWaves(head, times.map(({ column }) => column));
}

/** Beats come unevenly, and their rates lie where hearts' rates do: an ECG's samples do neither, whatever unit their times may be in. */
function holdsHeartRates({ columns }: RecordingHead, { column, clock }: TimeColumn): boolean {
  if (clock.longestStep <= UNEVEN * clock.period) return false;
  return columns.some(({ notation, values }, other) => other !== column && notation === "number" && values.every((value) => Number.isNaN(value) || isPlausibleBpm(value)));
}

/** Unnamed columns of numbers that follow the equations of twelve leads, or each have negative values. */
function hasWaves(head: RecordingHead, times: readonly number[]): boolean {
  const numeric = head.columns.flatMap(({ notation }, column) => (notation === "number" && !times.includes(column) && !isOtherSignal(head.names[column]) ? [column] : []));
  if (numeric.length === 0 || head.rows.length < LEAST_ROWS) return false;
  if (numeric.length === TWELVE && followsEinthoven(head, numeric)) return true;
  return numeric.every((column) => shareOf(head.columns[column].values, (value) => value < 0) > NEGATIVE_SHARE);
}
