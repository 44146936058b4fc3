import type { TimeKind } from "../heart-rate/table.ts";

/** A time in seconds written back as the input had it: seconds, milliseconds, h:mm:ss or ISO 8601 in UTC, to the microsecond. */
export function timeText(timeS: number, kind: TimeKind): string {
  switch (kind) {
    case "seconds":
    case "row":
      return String(timeS);
    case "milliseconds":
      // 15 digits are what a double holds for sure: more would show that it was divided by 1000 and back.
      return String(Number((timeS * 1000).toPrecision(15)));
    case "iso":
      return isoText(timeS);
    case "clock":
      return clockText(timeS);
  }
}

function isoText(timeS: number): string {
  const microseconds = Math.round(timeS * 1e6);
  const seconds = Math.floor(microseconds / 1e6);
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction(microseconds - seconds * 1e6)}Z`;
}

/** Clock times of a recording are never negative. */
function clockText(timeS: number): string {
  const microseconds = Math.round(timeS * 1e6);
  const seconds = Math.floor(microseconds / 1e6);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction(microseconds % 1e6)}`;
}

/** "", ".123" or ".123456" */
function fraction(microseconds: number): string {
  if (microseconds === 0) return "";
  const digits = String(microseconds).padStart(6, "0");
  return `.${digits.endsWith("000") ? digits.slice(0, 3) : digits}`;
}
