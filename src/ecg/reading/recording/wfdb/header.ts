import { ProblemError } from "../../../problem.ts";

/** A WFDB header of one segment, header(5), with the defaults filled in. */
export interface WfdbHeader {
  readonly recordName: string;
  /** frames a second; a signal has `samplesPerFrame` samples in each */
  readonly frameRateHz: number;
  /** null where the header leaves it to the length of the files */
  readonly frameCount: number | null;
  /** local time, ISO 8601 without a zone */
  readonly startTime: string | null;
  readonly signals: readonly WfdbSignal[];
  /** without their "#" */
  readonly comments: readonly string[];
}

export interface WfdbSignal {
  readonly fileName: string;
  readonly format: number;
  readonly samplesPerFrame: number;
  /** frames that the signal lags behind in the file */
  readonly skewFrames: number;
  /** bytes of the file before its first sample */
  readonly byteOffset: number;
  /** ADC units to the physical unit */
  readonly gain: number;
  /** false where the header gives no gain and WFDB's 200 stands in */
  readonly isCalibrated: boolean;
  /** ADC value of 0 physical units */
  readonly baseline: number;
  readonly unit: string;
  /** 16-bit signed sum of all samples; null where the header has none */
  readonly checksum: number | null;
  readonly description: string;
  /** 1-based */
  readonly line: number;
}

const DEFAULT_FRAME_RATE_HZ = 250;
const DEFAULT_GAIN = 200;
/** Far beyond any recorder's, and near enough that a sample in mV is a finite 32-bit number. */
const SMALLEST_GAIN = 1e-9;
const LARGEST_GAIN = 1e12;
const MOST_SIGNALS = 256;
const MOST_SAMPLES_PER_FRAME = 10_000;
const HIGHEST_RATE_HZ = 1e6;

const FORMAT = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/;
const DESCRIPTION = /^(?:\S+\s+){8}(\S.*)$/;
const GAIN = /^([-+]?[\d.]+(?:e[-+]?\d+)?)(?:\(([-+]?\d+)\))?(?:\/(\S+))?$/i;

/** Groups of a pattern that may have taken no part in the match. */
type Groups = readonly (string | undefined)[] | null;

interface Line {
  readonly number: number;
  readonly fields: readonly (string | undefined)[];
  readonly text: string;
}

/** Reads the text of a .hea file. Throws ProblemError `bad-header` with the line, or `multi-segment`. */
export function parseHeader(text: string, file: string): WfdbHeader {
  const comments: string[] = [];
  const lines: Line[] = [];
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    if (line.startsWith("#")) comments.push(line.slice(1).trim());
    else if (line !== "") lines.push({ number: i + 1, fields: line.split(/\s+/), text: line });
  }
  if (lines.length === 0) throw badHeader("this header is empty", { file });
  const record = parseRecordLine(lines[0], file);
  if (lines.length - 1 < record.signalCount) {
    throw badHeader(`the header announces ${record.signalCount} signals and describes ${lines.length - 1}`, { file, line: lines[0].number });
  }
  const signals = lines.slice(1, 1 + record.signalCount).map((line) => parseSignalLine(line, file));
  const { recordName, frameRateHz, frameCount, startTime } = record;
  return { recordName, frameRateHz, frameCount, startTime, signals, comments };
}

function parseRecordLine({ fields, number }: Line, file: string) {
  const place = { file, line: number };
  const [name = "", signalCountText = "", rateText, frameCountText = "0", timeText, dateText] = fields;
  if (/\/\d+$/.test(name)) {
    throw new ProblemError("multi-segment", "this record is put together from several segments, which is not read here", "Open the header of one segment with its files", place);
  }
  const signalCount = wholeNumber(signalCountText);
  if (signalCount === null || signalCount < 1 || signalCount > MOST_SIGNALS) {
    throw badHeader(`a header's first line holds the record's name and its number of signals, from 1 to ${MOST_SIGNALS}`, place);
  }
  // The rate of the counter of an analogue tape may follow after a slash.
  const frameRateHz = rateText === undefined ? DEFAULT_FRAME_RATE_HZ : Number(rateText.split("/")[0]);
  if (!(frameRateHz > 0 && frameRateHz <= HIGHEST_RATE_HZ)) throw badHeader("the sampling rate is no number above 0", { ...place, value: rateText ?? "" });
  const frameCount = wholeNumber(frameCountText);
  if (frameCount === null) throw badHeader("the number of samples is no whole number", { ...place, value: frameCountText });
  return { recordName: name, signalCount, frameRateHz, frameCount: frameCount === 0 ? null : frameCount, startTime: startTimeOf(timeText, dateText) };
}

function parseSignalLine({ fields, text, number }: Line, file: string): WfdbSignal {
  const place = { file, line: number };
  const [fileName = "", formatText = "", gainText = "0", , zeroText = "0", , checksumText = null] = fields;
  const format: Groups = FORMAT.exec(formatText);
  if (!format) throw badHeader("the second field of a signal's line is its format, such as 212 or 16", { ...place, value: formatText });
  const gain: Groups = GAIN.exec(gainText);
  const gainValue = gain ? Number(gain[1]) : NaN;
  if (!gain || !(gainValue === 0 || (Math.abs(gainValue) >= SMALLEST_GAIN && Math.abs(gainValue) <= LARGEST_GAIN))) throw badHeader("the third field of a signal's line is its gain, such as 200 or 1000(0)/mV", { ...place, value: gainText });
  const baseline = Number(gain[2] ?? zeroText);
  if (!Number.isSafeInteger(baseline)) throw badHeader("the ADC value of zero is no whole number", { ...place, value: gain[2] ?? zeroText });
  const checksum = checksumText === null ? null : Number(checksumText);
  if (checksumText !== null && !Number.isInteger(checksum)) throw badHeader("the checksum is no whole number", { ...place, value: checksumText });
  const samplesPerFrame = Number(format[2] ?? 1);
  if (samplesPerFrame < 1 || samplesPerFrame > MOST_SAMPLES_PER_FRAME) throw badHeader(`a frame holds 1 to ${MOST_SAMPLES_PER_FRAME} samples of a signal`, { ...place, value: formatText });
  return {
    fileName,
    format: Number(format[1]),
    samplesPerFrame,
    skewFrames: Number(format[3] ?? 0),
    byteOffset: Number(format[4] ?? 0),
    gain: gainValue === 0 ? DEFAULT_GAIN : gainValue,
    isCalibrated: gainValue !== 0,
    baseline,
    unit: gain[3] ?? "mV",
    checksum,
    description: (DESCRIPTION.exec(text) as Groups)?.[1] ?? "",
    line: number,
  };
}

/** Time as [H:[M:]]S with a fraction if any, date as D/M/YYYY; a start is known only where both are there. */
function startTimeOf(time: string | undefined, date: string | undefined): string | null {
  const clock: Groups = /^(?:(?:(\d{1,2}):)?(\d{1,2}):)?(\d{1,2}(?:\.\d+)?)$/.exec(time ?? "");
  const day: Groups = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(date ?? "");
  if (!clock || !day) return null;
  const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2] ?? 0), Number(clock[3])];
  const start = new Date(Date.UTC(Number(day[3]), Number(day[2]) - 1, Number(day[1])));
  const isValid = hours < 24 && minutes < 60 && seconds < 60 && start.getUTCDate() === Number(day[1]);
  if (!isValid) return null;
  start.setUTCMilliseconds(Math.round(1000 * (seconds + 60 * minutes + 3600 * hours)));
  return start.toISOString().slice(0, -1);
}

function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function badHeader(what: string, place: ConstructorParameters<typeof ProblemError>[3]): ProblemError {
  return new ProblemError("bad-header", what, "Choose the .hea file of a WFDB record, as PhysioNet has them", place);
}
