import type { TimeKind } from "../heart-rate/table.ts";
import { median, medianStep, type ColumnProfile } from "./column-profile.ts";
import type { NamedUnit } from "./column-names.ts";
import type { Guess } from "./guess-unit.ts";

/** Numbers beyond this are milliseconds since 1970; as seconds they would lie after the year 5000. */
const EPOCH_MS = 1e11;
/** A step from row to row of less than this is taken as seconds without further ado. */
const LARGE_STEP = 100;

/**
 * How a time column is written. Numbers with large steps are milliseconds if the steps then fit the heartbeats
 * (`beatIntervalS`, NaN where unknown); otherwise they may also be seconds between sparse readings, which only the user knows.
 */
export function guessTimeKind(time: ColumnProfile, unit: NamedUnit, beatIntervalS: number): Guess<TimeKind> {
  if (time.clocks > time.numbers && time.clocks >= time.isoDates) return { value: "clock", doubt: null };
  if (time.isoDates > time.numbers) return { value: "iso", doubt: null };
  if (unit === "ms") return { value: "milliseconds", doubt: null };
  if (unit === "s") return { value: "seconds", doubt: null };
  if (Math.abs(median(time.values)) >= EPOCH_MS) return { value: "milliseconds", doubt: null };
  const step = medianStep(time.values);
  if (!(step >= LARGE_STEP)) return { value: "seconds", doubt: null };
  const beats = step / 1000 / beatIntervalS;
  if (beats > 0.5 && beats < 2) return { value: "milliseconds", doubt: null };
  return {
    value: step % 60 === 0 ? "seconds" : "milliseconds",
    doubt: `From row to row it mostly advances by ${Number(step.toPrecision(6))}. Are these seconds or milliseconds?`,
  };
}
