import type { TimeKind } from "../heart-rate/table.ts";

/** A time in seconds written back as the input had it: seconds, milliseconds, h:mm:ss[.mmm] or ISO 8601 in UTC. */
export function timeText(timeS: number, kind: TimeKind): string {
  switch (kind) {
    case "seconds":
    case "row":
      return String(timeS);
    case "milliseconds":
      return String(Number((timeS * 1000).toFixed(6)));
    case "iso":
      return new Date(Math.round(timeS * 1000)).toISOString();
    case "clock":
      return clockText(timeS);
  }
}

/** h:mm:ss, with milliseconds where there are any. */
export function clockText(timeS: number): string {
  const ms = Math.round(Math.abs(timeS) * 1000);
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const fraction = ms % 1000 === 0 ? "" : `.${String(ms % 1000).padStart(3, "0")}`;
  return `${timeS < 0 ? "-" : ""}${Math.floor(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}${fraction}`;
}
