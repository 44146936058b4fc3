import type { TimeKind } from "../heart-rate/table.ts";
import { differences, median, shareOf, type ColumnProfile } from "./column-profile.ts";
import type { NamedUnit } from "./column-names.ts";
import type { Guess } from "./guess-unit.ts";

/** Numbers beyond this are milliseconds since 1970; as seconds they would lie after the year 5000. */
const EPOCH_MS = 1e11;
/** Numbers beyond this are micro- or nanoseconds since 1970; as milliseconds they would lie after the year 5000. */
const EPOCH_MICROSECONDS = 1e14;
/** A step from row to row of less than this is taken as seconds without further ado. */
const LARGE_STEP = 100;

export interface TimeEvidence {
  readonly time: ColumnProfile;
  /** a unit in the column's name */
  readonly unit: NamedUnit;
  /** the patient of each row, null where no column has it */
  readonly patients: readonly string[] | null;
  /** what one heartbeat typically takes, NaN where unknown */
  readonly beatIntervalS: number;
  /** whether the profile covers the whole file, not its first rows only */
  readonly hasAllRows: boolean;
}

/**
 * How a time column is written. Numbers with large steps within a patient are milliseconds if the steps then fit the
 * heartbeats; otherwise they may also be seconds between sparse readings, which only the user knows. Steps say nothing
 * where the first rows of a large file are a random part of it; there, fractions speak for seconds.
 */
export function guessTimeKind({ time, unit, patients, beatIntervalS, hasAllRows }: TimeEvidence): Guess<TimeKind> {
  if (time.clocks > time.numbers && time.clocks >= time.isoDates) return { value: "clock", doubt: null };
  if (time.isoDates > time.numbers) return { value: "iso", doubt: null };
  if (unit === "ms") return { value: "milliseconds", doubt: null };
  if (unit === "s") return { value: "seconds", doubt: null };
  const size = Math.abs(median(time.values));
  if (size >= EPOCH_MICROSECONDS) {
    return { value: "milliseconds", doubt: "The times are as large as micro- or nanoseconds since 1970, which are not read. Convert them to seconds or milliseconds first; taken as milliseconds, only their order is right." };
  }
  if (size >= EPOCH_MS) return { value: "milliseconds", doubt: null };
  const { step, isRising } = stepsWithinPatients(time.values, patients);
  if (!(step >= LARGE_STEP)) return { value: "seconds", doubt: null };
  const isMeaningful = isRising || hasAllRows;
  const beats = step / 1000 / beatIntervalS;
  if (isMeaningful && beats > 0.5 && beats < 2) return { value: "milliseconds", doubt: null };
  if (!isMeaningful && shareOf(time.values, Number.isInteger) < 0.5) return { value: "seconds", doubt: null };
  return {
    value: step % 60 === 0 ? "seconds" : "milliseconds",
    doubt: isMeaningful
      ? `From row to row it mostly advances by ${Number(step.toPrecision(6))}. Are these seconds or milliseconds?`
      : "The rows are out of order. Are these seconds or milliseconds?",
  };
}

/** The median step of each patient's times, once sorted; and whether they mostly rise in the order they are in. */
export function stepsWithinPatients(values: Float64Array, patients: readonly string[] | null): { step: number; isRising: boolean } {
  const timesOf = new Map<string, number[]>();
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    const patient = patients?.[row] ?? "";
    const times = timesOf.get(patient);
    if (times) times.push(value);
    else timesOf.set(patient, [value]);
  });
  const unsorted = [...timesOf.values()].flatMap((times) => [...differences(Float64Array.from(times))]);
  const sorted = [...timesOf.values()].flatMap((times) => [...differences(Float64Array.from(times).sort())]);
  return {
    step: median(Float64Array.from(sorted).filter((step) => step > 0)),
    isRising: shareOf(Float64Array.from(unsorted), (step) => step >= 0) > 0.9,
  };
}
