import type { TableForm, TimeKind } from "../heart-rate/table.ts";
import { meaningOfName } from "./column-names.ts";
import { differences, isNumeric, median, medianStep, profileColumns, shareOf, type ColumnProfile } from "./column-profile.ts";
import { guessColumns } from "./guess-columns.ts";
import { guessTimeKind } from "./guess-time.ts";
import { guessUnit, type Guess } from "./guess-unit.ts";
import { columnNamesIf, dataRowsIf, type Head } from "./head.ts";
import type { ColumnGuess, StatedUnit } from "./import-guess.ts";
import { isInterval } from "./rate-unit.ts";
import { ProblemError } from "../problem.ts";

/** How the reader would read a file, and why it is not sure (`reasons` is empty where it is). */
export interface LayoutGuess {
  readonly form: TableForm;
  readonly columns: readonly ColumnGuess[];
  readonly unit: StatedUnit;
  readonly timeKind: TimeKind;
  readonly reasons: readonly string[];
}

const CYCLE_COLUMNS = [
  { name: "cycle_id", role: "cycle" },
  { name: "timestamp", role: "time" },
  { name: "time_gap", role: "other" },
  { name: "heart_rate", role: "rate" },
] as const;

const RAW_ECG_REASON = "This looks like a raw ECG, which is sampled far more often than the heart beats, not like heart rates.";
/** Rows closer together than this are samples of a signal. */
const SAMPLED_STEP_S = 0.05;

/** Throws ProblemError `no-numeric-column`. */
export function guessLayout(head: Head): LayoutGuess {
  const profiles = profileColumns(dataRowsIf(head, head.hasHeader), head.columnCount, head.dialect);
  if (!profiles.some(({ numbers }) => numbers > 0)) {
    throw new ProblemError("no-numeric-column", "no column holds numbers, so there is no heart rate", "Choose a file with a column of heart rates or RR intervals", {
      file: head.file.name,
      line: head.rows[Math.min(head.headerRows, head.rows.length - 1)].line,
    });
  }
  return isCycleForm(head, profiles) ? guessCycleForm(profiles, head.hasAllRows) : guessNamedForm(head, profiles);
}

/** Headerless cycle_id, timestamp, time_gap, heart_rate: known by the third column, the differences of the second. */
function isCycleForm(head: Head, profiles: readonly ColumnProfile[]): boolean {
  if (profiles.length !== CYCLE_COLUMNS.length || !profiles.every(isNumeric)) return false;
  if (head.hasHeader) return head.names.every((name, column) => name.trim().toLowerCase() === CYCLE_COLUMNS[column].name);
  const [cycle, time, gap, rate] = profiles.map(({ values }) => values);
  if (time.length < 3 || shareOf(cycle, Number.isInteger) < 1) return false;
  const typicalRate = median(rate);
  return isGapOf(gap, time) && typicalRate >= 25 && typicalRate <= 300;
}

/** Whether nearly each gap is the time since the row before, or until the row after. */
function isGapOf(gap: Float64Array, time: Float64Array): boolean {
  const step = differences(time);
  const tolerance = 0.02 * Math.abs(medianStep(time));
  const matches = (offset: 0 | 1) => shareOf(gap.map((value, i) => value - (step[i + offset] ?? NaN)), (error) => Math.abs(error) <= tolerance);
  return Math.max(matches(0), matches(1)) > 0.9;
}

function guessCycleForm(profiles: readonly ColumnProfile[], hasAllRows: boolean): LayoutGuess {
  const beatIntervalS = 60 / median(profiles[3].values);
  const time = guessTimeKind({ time: profiles[1], unit: null, patients: null, beatIntervalS, hasAllRows });
  const columns = CYCLE_COLUMNS.map(({ name, role }) => ({ name, role, doubt: role === "time" ? time.doubt : null }));
  return { form: "headerless-cycle", columns, unit: "bpm", timeKind: time.value, reasons: reasonsOf(columns, []) };
}

function guessNamedForm(head: Head, profiles: readonly ColumnProfile[]): LayoutGuess {
  const names = columnNamesIf(head, head.hasHeader);
  const columns = guessColumns(names, profiles, head.hasHeader);
  const columnOf = (role: ColumnGuess["role"]) => columns.findIndex((guess) => guess.role === role);
  const rateColumn = columnOf("rate");
  const timeColumn = columnOf("time");
  const patientColumn = columnOf("patient");
  const isPreprocessed = head.hasHeader && rateColumn >= 0 && columnOf("hr_diff") >= 0 && columnOf("peak_label") >= 0;

  const unit = guessRateUnit(names, columns, profiles, isPreprocessed);
  const beatIntervalS = beatInterval(unit.value, rateColumn < 0 ? NaN : median(profiles[rateColumn].values));
  const time = timeColumn < 0 ? { value: "row" as const, doubt: null } : guessTimeKind({
    time: profiles[timeColumn],
    unit: meaningOfName(names[timeColumn]).unit,
    patients: patientColumn < 0 ? null : dataRowsIf(head, head.hasHeader).map((row) => row[patientColumn] ?? ""),
    beatIntervalS,
    hasAllRows: head.hasAllRows,
  });
  const doubted = columns.map((column, i) => {
    const doubts = [column.doubt, i === rateColumn ? unit.doubt : null, i === timeColumn ? time.doubt : null].filter((doubt) => doubt !== null);
    return { ...column, doubt: doubts.length > 0 ? doubts.join(" ") : null };
  });

  const reasons: string[] = [];
  if (!head.hasHeader) reasons.push("The file has no header that names its columns.");
  if (rateColumn < 0) reasons.push("No column could be told to be the heart rate.");
  if (unit.value === "raw-ecg") reasons.push(RAW_ECG_REASON);
  if (timeColumn < 0 && !isInterval(unit.value)) reasons.push("No column could be told to be the time. Without one, rows are numbered instead.");
  return { form: isPreprocessed ? "preprocessed" : "plain", columns: doubted, unit: unit.value, timeKind: time.value, reasons: reasonsOf(doubted, reasons) };
}

function guessRateUnit(names: readonly string[], columns: readonly ColumnGuess[], profiles: readonly ColumnProfile[], isPreprocessed: boolean): Guess<StatedUnit> {
  const rateColumn = columns.findIndex(({ role }) => role === "rate");
  const isNamedRate = rateColumn >= 0 && meaningOfName(names[rateColumn]).role === "rate";
  const hasLeads = names.some((name) => meaningOfName(name).role === "ecg");
  if (!isNamedRate && (hasLeads || isSampledSignal(columns, profiles))) return { value: "raw-ecg", doubt: null };
  if (rateColumn < 0) return { value: "bpm", doubt: null };
  const hrDiff = columns.findIndex(({ role }) => role === "hr_diff");
  const isDiffScaled = hrDiff >= 0 && shareOf(profiles[hrDiff].values, (value) => value >= 0 && value <= 1 + 1e-9) === 1;
  return guessUnit(profiles[rateColumn].values, meaningOfName(names[rateColumn]), isPreprocessed && isDiffScaled);
}

function isSampledSignal(columns: readonly ColumnGuess[], profiles: readonly ColumnProfile[]): boolean {
  const time = columns.findIndex(({ role }) => role === "time");
  return time >= 0 && medianStep(profiles[time].values) < SAMPLED_STEP_S;
}

function beatInterval(unit: StatedUnit, typicalValue: number): number {
  switch (unit) {
    case "bpm":
      return 60 / typicalValue;
    case "rr-ms":
      return typicalValue / 1000;
    case "rr-s":
      return typicalValue;
    case "scaled":
    case "raw-ecg":
      return NaN;
  }
}

/** One sentence for each doubt, after those about the table as a whole. */
function reasonsOf(columns: readonly ColumnGuess[], reasons: readonly string[]): string[] {
  const isWholeUnknown = reasons.length > 0 && columns.every(({ doubt }) => doubt === null || doubt === "Guessed from its values.");
  if (isWholeUnknown) return [...reasons];
  return [...reasons, ...columns.flatMap(({ name, doubt }, i) => (doubt === null ? [] : [`Column ${name === "" ? i + 1 : `“${name}”`}: ${doubt}`]))];
}
