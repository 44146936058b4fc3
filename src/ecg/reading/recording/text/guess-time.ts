import { meaningOfName } from "../../column-names.ts";
import { RATE_HZ } from "./notes.ts";
import type { TimeNotation } from "./moment-cell.ts";
import type { ColumnSample, RecordingHead } from "./recording-head.ts";
import { estimateClock, type ClockEstimate } from "./sample-clock.ts";

/** A column that says when the samples were taken, or counts them. */
export interface TimeColumn {
  readonly column: number;
  readonly notation: TimeNotation;
  readonly clock: ClockEstimate;
  /** of the column's values; null where it counts samples, or cannot be told */
  readonly unitsPerS: number | null;
  readonly isCount: boolean;
}

const UNITS_PER_S: ReadonlyMap<string, number> = new Map([
  ["s", 1], ["sec", 1], ["secs", 1], ["second", 1], ["seconds", 1], ["sekunden", 1],
  ["ms", 1e3], ["msec", 1e3], ["millis", 1e3], ["milliseconds", 1e3],
  ["us", 1e6], ["μs", 1e6], ["usec", 1e6], ["microseconds", 1e6],
  ["ns", 1e9], ["nsec", 1e9], ["nanoseconds", 1e9],
]);
const UNIT_AT_END = /(?:[([]\s*|[\s_.-])(\p{L}+)\s*[)\]]?$/u;
const TIME_WORD = /time|stamp|zeit|temps|tiempo|tempo|tijd|elapsed|clock|时间|時間|時刻|时刻|시간|время/iu;
const COUNT_NAME = /^(?:|(?:sample|point|index|idx|row|frame|record|n|nr|no|num|number|i|x|unnamed:? ?)(?:[ _]*(?:#|no\.?|nr\.?|number|index|id|s|\d))*\s*)$/iu;
/** A wave that goes up for so many samples on end is none. */
const RISING_ROWS = 8;
const RISING_SHARE = 0.98;
const MOST_IRREGULAR = 0.2;

/** The columns that go on steadily, or are named as times and go on at all; the best first: in known units, and the steadiest. */
export function findTimeColumns(head: RecordingHead): TimeColumn[] {
  return head.columns
    .flatMap((sample, column) => timeColumn(head, sample, column) ?? [])
    .sort((a, b) => Number(a.unitsPerS === null) - Number(b.unitsPerS === null) || Math.round(10 * (a.clock.irregularShare - b.clock.irregularShare)) || jitterOf(a) - jitterOf(b) || a.column - b.column);
}

/** Null where the column says no times: no numbers, or no two different ones. */
export function timeColumn({ names, units }: RecordingHead, sample: ColumnSample, column: number, isStated = false): TimeColumn | null {
  const { notation, values } = sample;
  const clock = notation === null ? null : estimateClock(values);
  if (notation === null || clock === null) return null;
  const name = names[column];
  const isNamed = notation !== "number" || TIME_WORD.test(name) || meaningOfName(name).role === "time" || unitsPerS(name, units[column]) !== null;
  const isCount = !isNamed && COUNT_NAME.test(name) && clock.period === 1;
  if (!isStated && !isNamed && !(rises(values) && clock.irregularShare <= MOST_IRREGULAR)) return null;
  const known = notation === "number" ? (unitsPerS(name, units[column]) ?? (isCount || clock.period === 1 ? null : unitOfSize(clock.period))) : 1;
  return { column, notation, clock, unitsPerS: known, isCount };
}

/** From "sensor timestamp [ns]", "time (ms)", "Time_s" or the row of units. */
function unitsPerS(name: string, unit: string): number | null {
  const inName = UNIT_AT_END.exec(name.normalize("NFKC").trim())?.[1] ?? name;
  const bare = unit.normalize("NFKC").replace(/[()[\]]/g, "").trim().toLowerCase();
  return UNITS_PER_S.get(bare) ?? UNITS_PER_S.get(inName.toLowerCase()) ?? null;
}

/** The one unit in which samples so far apart are an ECG: the ranges do not overlap. */
function unitOfSize(period: number): number | null {
  return [1, 1e3, 1e6, 1e9].find((perS) => perS / period >= RATE_HZ.min && perS / period < RATE_HZ.max) ?? null;
}

function rises(values: Float64Array): boolean {
  let up = 0;
  let steps = 0;
  for (let i = 1; i < values.length; i++) {
    if (Number.isNaN(values[i]) || Number.isNaN(values[i - 1])) continue;
    steps++;
    if (values[i] > values[i - 1]) up++;
  }
  return up >= RISING_SHARE * steps && (steps + 1 >= RISING_ROWS || (up === steps && steps > 0 && isEven(values)));
}

/** Of a few rows only: each step like the first. */
function isEven(values: Float64Array): boolean {
  const step = values[1] - values[0];
  return values.every((value, i) => i === 0 || Math.abs(value - values[i - 1] - step) <= 1e-6 * Math.abs(step));
}

function jitterOf({ clock }: TimeColumn): number {
  return clock.longestStep / clock.period;
}
