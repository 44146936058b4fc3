import type { TimeKind } from "../heart-rate/table.ts";
import { parseNumber, type DecimalMark } from "./number-cell.ts";

const CLOCK = /^(\d{1,6}):([0-5]\d):([0-5]\d(?:[.,]\d{1,9})?)$/;
const ISO =
  /^(\d{4})([-/])(\d{2})\2(\d{2})(?:[T ]+([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:[.,]\d{1,9})?))? ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Seconds of a time written as `kind`; NaN where the cell holds no such time. Numbers take the table's decimal mark.
 * An ISO date without a zone is taken as UTC, so that a file means the same on every machine.
 */
export function parseTime(text: string, start: number, end: number, kind: TimeKind, decimal: DecimalMark): number {
  switch (kind) {
    case "seconds":
      return finiteOrNaN(parseNumber(text, start, end, decimal));
    case "milliseconds":
      return finiteOrNaN(parseNumber(text, start, end, decimal)) / 1000;
    case "clock":
      return parseClock(text.slice(start, end));
    case "iso":
      return parseIso(text.slice(start, end));
    case "row":
      return NaN;
  }
}

/** Seconds since midnight, or since the start of the recording, of h:mm:ss or h:mm:ss.fff; else NaN. */
export function parseClock(cell: string): number {
  const match = CLOCK.exec(cell);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 + seconds(match[3]) : NaN;
}

/** Seconds since 1970-01-01T00:00Z of an ISO 8601 date with or without time and zone; YYYY/MM/DD is understood too. Else NaN. */
export function parseIso(cell: string): number {
  const match = ISO.exec(cell);
  if (!match) return NaN;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return NaN;
  const [hour, minute, second, zone] = [match[5], match[6], match[7], match[8]] as (string | undefined)[];
  const daytime = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + seconds(second ?? "0");
  return daysSinceEpoch(year, month, day) * 86400 + daytime - zoneSeconds(zone ?? "Z");
}

function finiteOrNaN(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

function seconds(text: string): number {
  return Number(text.replace(",", "."));
}

function zoneSeconds(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  const offset = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith("-") ? -offset : offset;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from the civil date to 1970-01-01 in the proleptic Gregorian calendar, years beginning in March (Hinnant). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}
