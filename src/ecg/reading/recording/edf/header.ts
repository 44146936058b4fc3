import { ProblemError } from "../../../problem.ts";
import type { PatientFields } from "../../../recording/recording.ts";
import { MAX_LINE_BYTES } from "../../file-bytes.ts";
import { parseLongDate } from "./long-date.ts";
import { patientOf } from "./patient-field.ts";

/** Header of an EDF or EDF+ file, with what the reader needs of it. */
export interface EdfHeader {
  /** plus-d: data records need not follow each other without a gap */
  readonly variant: "edf" | "plus-c" | "plus-d";
  /** local time, ISO 8601 without a zone */
  readonly startTime: string | null;
  readonly patient: PatientFields;
  readonly headerBytes: number;
  /** null where the recorder did not close the file (−1) */
  readonly recordCount: number | null;
  readonly recordDurationS: number;
  /** of each data record, all signals */
  readonly recordBytes: number;
  readonly signals: readonly EdfSignal[];
}

export interface EdfSignal {
  readonly label: string;
  readonly unit: string;
  readonly isAnnotations: boolean;
  /** physical value = offset + scale × digital value; both 0 for annotations */
  readonly scale: number;
  readonly offset: number;
  readonly samplesPerRecord: number;
  /** bytes of a data record before this signal's */
  readonly at: number;
}

const FIXED_HEADER_BYTES = 256;
const SIGNAL_HEADER_BYTES = 256;
/** As many as a file's head has room for, see readHead. */
const MOST_SIGNALS = MAX_LINE_BYTES / SIGNAL_HEADER_BYTES - 1;
const BYTES_PER_SAMPLE = 2;
const MOST_RECORD_BYTES = 1 << 26;
const LARGEST_PHYSICAL = 1e12;

const START_IN_TEXT = /\bStartdate (\S{11})/i;

/** True if the first bytes are an EDF header's: version 0, and a date and a time in their places; after 2084 the year is "yy". */
export function isEdf(head: Uint8Array): boolean {
  const text = latin1(head.subarray(0, 184));
  return text.startsWith("0       ") && /^\d\d.\d\d.(?:\d\d|yy)\d\d.\d\d.\d\d$/.test(text.slice(168));
}

/**
 * Reads the header at the beginning of `head` as the specification has it: Kemp et al., Electroencephalogr Clin
 * Neurophysiol 82:391 (1992); Kemp & Olivan, Clin Neurophysiol 114:1755 (2003). Throws ProblemError `bad-header`.
 */
export function parseEdfHeader(head: Uint8Array, file: string): EdfHeader {
  const count = numberOf(latin1(head.subarray(252, FIXED_HEADER_BYTES)));
  if (!isEdf(head) || !Number.isInteger(count) || count < 1 || count > MOST_SIGNALS) throw badHeader("this is no EDF header, or it is damaged", file);
  const headerBytes = FIXED_HEADER_BYTES + count * SIGNAL_HEADER_BYTES;
  const text = latin1(head.subarray(0, headerBytes));
  const field = (from: number, length: number) => text.slice(from, from + length).trim();
  if (text.length < headerBytes || numberOf(field(184, 8)) !== headerBytes) throw badHeader("the header does not have the length that its signals take", file);
  const reserved = field(192, 44);
  const variant = reserved.startsWith("EDF+D") ? "plus-d" : reserved.startsWith("EDF+C") ? "plus-c" : "edf";
  const recordCount = numberOf(field(236, 8));
  const recordDurationS = numberOf(field(244, 8));
  if (!Number.isInteger(recordCount) || recordCount < -1) throw badHeader("the number of data records is no whole number", file);
  if (!(recordDurationS >= 0 && recordDurationS < 1e8)) throw badHeader("the duration of a data record is no number of seconds", file);
  const startTime = startTimeOf(field(168, 8), field(176, 8), field(88, 80));
  const signals = parseSignals(text, count, file);
  const last = signals[signals.length - 1];
  const recordBytes = last.at + last.samplesPerRecord * BYTES_PER_SAMPLE;
  if (recordBytes < 1 || recordBytes > MOST_RECORD_BYTES) throw badHeader("the data records are empty or larger than 64 MB", file);
  return {
    variant,
    startTime,
    patient: patientOf(field(8, 80), variant !== "edf", startTime),
    headerBytes,
    recordCount: recordCount === -1 ? null : recordCount,
    recordDurationS,
    recordBytes,
    signals,
  };
}

/** Each field of the signals' part is an array of all signals. */
function parseSignals(text: string, count: number, file: string): EdfSignal[] {
  const field = (signal: number, before: number, length: number) => text.slice(FIXED_HEADER_BYTES + count * before + signal * length).slice(0, length).trim();
  let at = 0;
  return Array.from({ length: count }, (_, i) => {
    const label = field(i, 0, 16);
    const isAnnotations = label === "EDF Annotations";
    const [physicalMin, physicalMax, digitalMin, digitalMax] = [104, 112, 120, 128].map((before) => numberOf(field(i, before, 8)));
    const samplesPerRecord = numberOf(field(i, 216, 8));
    if (!Number.isInteger(samplesPerRecord) || samplesPerRecord < 0) throw badHeader(`the samples per data record of ${label} are no whole number`, file);
    const scale = (physicalMax - physicalMin) / (digitalMax - digitalMin);
    const isScaled = Math.abs(physicalMin) <= LARGEST_PHYSICAL && Math.abs(physicalMax) <= LARGEST_PHYSICAL && digitalMax > digitalMin && scale !== 0;
    if (!isAnnotations && !isScaled) throw badHeader(`the range of ${label} (physical and digital minimum and maximum) is not a range`, file);
    const signal = { label, unit: field(i, 96, 8), isAnnotations, scale: isAnnotations ? 0 : scale, offset: isAnnotations ? 0 : physicalMin - scale * digitalMin, samplesPerRecord, at };
    at += samplesPerRecord * BYTES_PER_SAMPLE;
    return signal;
  });
}

/** dd.mm.yy with 85 as the first year of the format, or EDF+'s "Startdate dd-MMM-yyyy", which has the century. */
function startTimeOf(date: string, time: string, recording: string): string | null {
  const [day, month, year] = date.split(/\D/);
  const isoDate = parseLongDate(START_IN_TEXT.exec(recording)?.[1] ?? "") ?? `${Number(year) >= 85 ? 19 : 20}${year}-${month}-${day}`;
  const start = new Date(`${isoDate}T${time.replaceAll(/\D/g, ":")}Z`);
  const isValid = !Number.isNaN(start.getTime()) && start.toISOString().startsWith(isoDate);
  return isValid ? start.toISOString().slice(0, -1) : null;
}

/** NaN where the field is empty or no number. Some writers use a decimal comma, against the format. */
function numberOf(field: string): number {
  const text = field.trim().replace(",", ".");
  return /^[-+]?(?:\d+|\d*\.\d+)(?:E[-+]?\d+)?$|^[-+]?\d+\.$/i.test(text) ? Number(text) : NaN;
}

/** The format has US-ASCII only; a µ of Latin-1 is met all the same. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252").decode(bytes);
}

function badHeader(what: string, file: string): ProblemError {
  return new ProblemError("bad-header", what, "Export the recording as EDF or EDF+ again", { file });
}
