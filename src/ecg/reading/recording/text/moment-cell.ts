import { parseIso } from "../../time-cell.ts";

const OPENING = /^['"[(]+/;
const CLOSING = /(?<!['"\])])['"\])]+$/;
/** m:ss.fff, h:mm:ss.fff, and h:mm:ss:fff as some loggers write it */
const CLOCK = /^(?:(\d{1,6}):)?(\d{1,6}):([0-5]?\d)(?:[.,:](\d{1,9}))?$/;
/** "14:32:05.000 01/12/2003", day before month, as WFDB writes a moment */
const CLOCK_AND_DATE = /^(\d{1,2}:\d{2}:\d{2}(?:\.\d+)?) (\d{2})\/(\d{2})\/(\d{4})$/;

const ISO_INSIDE = /(\d{4}[-/]\d{2}[-/]\d{2})[T ]+(\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)/;

/** How the times of a recording are written. */
export type TimeNotation = "number" | "clock" | "date";

/** Seconds of a time of day or since the start, such as 0:00.125, 14:32:05.5 or '0:00.000'; NaN where the cell is none. */
export function parseClockTime(cell: string): number {
  const match = CLOCK.exec(unwrapped(cell));
  if (!match) return NaN;
  const [hours, minutes, seconds, fraction] = match.slice(1) as (string | undefined)[];
  // "12:30" without a fraction is as well hours and minutes: no sample of an ECG is timed so.
  if (hours === undefined && fraction === undefined) return NaN;
  if (hours !== undefined && Number(minutes) > 59) return NaN;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(`${seconds ?? 0}.${fraction ?? 0}`);
}

/** Seconds since 1970, as though the local time were UTC, of an ISO date with time or of WFDB's form; NaN where the cell is none. */
export function parseDateTime(cell: string): number {
  const bare = unwrapped(cell);
  const wfdb = CLOCK_AND_DATE.exec(bare);
  return wfdb ? parseIso(`${wfdb[4]}-${wfdb[3]}-${wfdb[2]} ${wfdb[1]}`) : parseIso(bare);
}

/** The first date with a time of day in a text, as ISO 8601 without a zone, since it is local time; null where there is none. */
export function dateTimeText(text: string): string | null {
  const iso = ISO_INSIDE.exec(text);
  if (iso && !Number.isNaN(parseIso(`${iso[1]} ${iso[2]}`))) return `${iso[1].replaceAll("/", "-")}T${iso[2].replace(",", ".")}`;
  const wfdb = CLOCK_AND_DATE.exec(unwrapped(text));
  return wfdb && !Number.isNaN(parseDateTime(text)) ? `${wfdb[4]}-${wfdb[3]}-${wfdb[2]}T${wfdb[1].padStart(8, "0")}` : null;
}

function unwrapped(cell: string): string {
  const opened = cell.replace(OPENING, "");
  const bare = opened.replace(CLOSING, "");
  return opened === cell || bare === opened ? cell : bare.trim();
}
