import { formatClock } from "../shared/format.ts";

const DAY_S = 86_400;

/** The second of a recording that a moment lies in: 581.9 → "0:09:41" */
export function clockTime(timeS: number): string {
  return formatClock(Math.floor(timeS)).replace(/\.0$/, "");
}

/** The time of day in a recording that began at a local time, "14:05:03"; null where the start is not known. */
export function clockFrom(startTime: string | null): ((timeS: number) => string) | null {
  // Read as UTC, so that the reader's time zone and its summer time play no part.
  const startMs = startTime === null ? NaN : Date.parse(`${startTime.replace(/Z$/, "")}Z`);
  if (Number.isNaN(startMs)) return null;
  return (timeS) => clockTime((startMs / 1000 + timeS) % DAY_S);
}

/** The second that a moment lies in, and its time of day where the recording's start is known: "0:09:41 (14:05:03)" */
export function momentWords(timeS: number, startTime: string | null): string {
  const timeOfDay = clockFrom(startTime)?.(timeS);
  return timeOfDay === undefined ? clockTime(timeS) : `${clockTime(timeS)} (${timeOfDay})`;
}
