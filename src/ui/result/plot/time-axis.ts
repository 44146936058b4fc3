import type { TimeKind } from "../../../ecg/heart-rate/table.ts";
import { formatClock, formatCount } from "../../shared/format.ts";
import type { TimeRange } from "./zoom.ts";

/** What a time axis counts: seconds of a recording, dates (in UTC, as the reader takes them), or rows where the file has no times. */
export type TimeScale = "elapsed" | "date" | "row";

export interface TimeTick {
  readonly timeS: number;
  readonly label: string;
}

/** Numbers between these are seconds since 1970 (from 2001 to 2286); a recording of the first's length would take 31 years, and what lies beyond the last is in no unit a calendar knows. */
const FIRST_EPOCH_S = 1e9;
const LAST_EPOCH_S = 1e10;

const STEPS_S = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800,
  3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800, 1_209_600, 2_592_000, 7_776_000, 31_536_000,
] as const;

export function timeScaleOf(kind: TimeKind, timeS: Float64Array): TimeScale {
  if (kind === "row") return "row";
  if (kind === "iso") return "date";
  const isDate = kind !== "clock" && timeS.length > 0 && timeS[0] >= FIRST_EPOCH_S && timeS[timeS.length - 1] <= LAST_EPOCH_S;
  return isDate ? "date" : "elapsed";
}

/** Round moments within the range, at most `maxTicks` of them; on dates, the first tick and each new day carry the date. */
export function timeTicks({ fromS, toS }: TimeRange, scale: TimeScale, maxTicks: number): TimeTick[] {
  const step = stepFor(toS - fromS, scale, maxTicks);
  const ticks: TimeTick[] = [];
  let day = "";
  for (let i = Math.ceil(fromS / step - 1e-9); i * step <= toS + step * 1e-9; i++) {
    const timeS = Number((i * step).toFixed(3));
    const own = scale === "date" ? dayOf(timeS) : day;
    ticks.push({ timeS, label: tickLabel({ timeS, scale, step, newDay: own !== day }) });
    day = own;
  }
  return ticks;
}

/** A moment to a tenth of a second: "0:09:41.3", "21 Nov 2026, 14:05:03.2", "row 1,024". */
export function formatMoment(timeS: number, scale: TimeScale): string {
  switch (scale) {
    case "elapsed":
      return formatClock(timeS);
    case "row":
      return `row ${formatCount(timeS)}`;
    case "date": {
      const rounded = Math.round(timeS * 10) / 10;
      return `${dayOf(rounded)} ${new Date(rounded * 1000).getUTCFullYear()}, ${timeOfDay(rounded, 0.1)}`;
    }
  }
}

/** How long a stretch is: "1.3 s", "4 min 10 s"; in rows where there are no times. */
export function formatSpan(spanS: number, scale: TimeScale): string {
  if (scale === "row") return `${formatCount(spanS)} rows`;
  if (spanS < 59.95) return `${spanS.toFixed(1)} s`;
  const seconds = Math.round(spanS);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min`;
}

function stepFor(spanS: number, scale: TimeScale, maxTicks: number): number {
  const least = spanS / Math.max(maxTicks, 1);
  if (scale === "row") {
    const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
    return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least) ?? 10 * power;
  }
  const largest = STEPS_S[STEPS_S.length - 1];
  return STEPS_S.find((step) => step >= least) ?? Math.ceil(least / largest) * largest;
}

interface TickLabel {
  readonly timeS: number;
  readonly scale: TimeScale;
  readonly step: number;
  readonly newDay: boolean;
}

function tickLabel({ timeS, scale, step, newDay }: TickLabel): string {
  switch (scale) {
    case "row":
      return formatCount(timeS);
    case "elapsed":
      return step < 1 ? formatClock(timeS) : formatClock(timeS).replace(/\.\d$/, "");
    case "date":
      if (step >= 86_400) return dayOf(timeS);
      return newDay ? `${dayOf(timeS)} ${timeOfDay(timeS, step)}` : timeOfDay(timeS, step);
  }
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

function dayOf(timeS: number): string {
  return dayFormat.format(new Date(timeS * 1000));
}

/** hh:mm, with seconds below a minute's step and tenths below a second's. */
function timeOfDay(timeS: number, step: number): string {
  const length = step < 1 ? 10 : step < 60 ? 8 : 5;
  return new Date(Math.round(timeS * 1000)).toISOString().slice(11, 11 + length);
}
