import { MAX_COLUMNS } from "../../cell-row.ts";
import { firstLines, guessDialect, mostCommon, splitSample, type Dialect } from "../../dialect.ts";
import type { HeadText } from "../../head.ts";
import { MISSING, parseNumber, UNREADABLE } from "../../number-cell.ts";
import type { LineForm } from "../../number-lines.ts";
import { findDataStart } from "./data-start.ts";
import { findHeader } from "./header-rows.ts";
import { parseClockTime, parseDateTime, type TimeNotation } from "./moment-cell.ts";
import { isDecimalComma } from "./decimal-comma.ts";

/** The first cells of a column. */
export interface ColumnSample {
  /** seconds where the notation is no number; NaN where a cell holds neither */
  readonly values: Float64Array;
  /** null: neither numbers nor times */
  readonly notation: TimeNotation | null;
}

/** What the first megabyte of a recording as text tells of its form. */
export interface RecordingHead extends LineForm {
  /** the lines above the samples as written, header and units included */
  readonly notes: readonly string[];
  /** per column, "" where it has none */
  readonly names: readonly string[];
  /** per column, "" where it has none */
  readonly units: readonly string[];
  /** the first rows of samples */
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly ColumnSample[];
  /** the samples stand one a line, under notes that an empty line ends, as watches write them */
  readonly isListed: boolean;
}

const KEPT_ROWS = 5000;
const DIALECT_LINES = 200;

/** Null where there is no line of numbers. */
export function inspectRecording(text: HeadText): RecordingHead | null {
  const lines = text.text.split("\n", KEPT_ROWS);
  const start = findDataStart(lines);
  if (start < 0) return null;
  const body = firstLines(text.text.slice(lines.slice(0, start).reduce((sum, { length }) => sum + length + 1, 0)), KEPT_ROWS);
  const isWhole = text.isWhole || body.endsWith("\n");
  const above = lines.slice(0, start);
  const dialect = dialectOf(body, isWhole, above);
  const split = splitSample(body, dialect.separator, isWhole, KEPT_ROWS).map(({ cells }) => cells);
  const rows = isCounted(split) ? split.slice(1) : split;
  if (rows.length === 0) return null;
  const count = widthOf(rows);
  const header = findHeader(above, count, dialect);
  return {
    ...text,
    dialect,
    skipLines: start + (rows === split ? 0 : 1),
    notes: above,
    names: header.names,
    units: header.units,
    rows,
    columns: Array.from({ length: count }, (_, column) => sampleColumn(rows, column, dialect)),
    isListed: isListed(above) && count === 1,
  };
}

/** Between commas, one number a line may have a decimal comma: the lines themselves, a header and notes tell. */
function dialectOf(body: string, isWhole: boolean, above: readonly string[]): Dialect {
  const sample = firstLines(body, DIALECT_LINES);
  const guess = guessDialect(sample, isWhole || sample.length < body.length, null);
  const lines = sample.split("\n").map((line) => line.trim().replace(/^"(.*)"$/, "$1")).filter((line) => line !== "");
  if (guess.separator !== "," || !isDecimalComma(lines, { isListed: isListed(above), header: above.at(-1) ?? "" })) return guess;
  return { separator: ";", decimal: "," };
}

function isListed(above: readonly string[]): boolean {
  return above.length > 2 && above[above.length - 1].trim() === "" && above.filter((line) => /^[^,;:]+[,;:]/.test(line)).length >= 2;
}

/** Whether the first row counts the columns, as pandas names them: 0, 1, 2 … */
function isCounted(rows: readonly (readonly string[])[]): boolean {
  const first = rows.at(0) ?? [];
  const named = first[0] === "" ? first.slice(1) : first;
  return rows.length > 1 && named.length >= 3 && named.every((cell, i) => cell === String(i));
}

/** The usual number of cells, without the last ones that are empty in each row. */
function widthOf(rows: readonly (readonly string[])[]): number {
  let width = Math.min(mostCommon(rows.map((cells) => cells.length)), MAX_COLUMNS);
  while (width > 1 && rows.every((cells) => (cells[width - 1] ?? "") === "")) width--;
  return width;
}

function sampleColumn(rows: readonly (readonly string[])[], column: number, { decimal }: Dialect): ColumnSample {
  const cells = rows.map((cells) => cells[column] ?? "");
  const numbers = Float64Array.from(cells, (cell) => {
    const value = parseNumber(cell, 0, cell.length, decimal);
    return value === UNREADABLE ? MISSING : value;
  });
  const filled = cells.filter((cell) => cell !== "").length;
  const isMost = (values: Float64Array) => values.filter((value) => !Number.isNaN(value)).length > 0.5 * filled;
  if (isMost(numbers)) return { values: numbers, notation: "number" };
  const clocks = Float64Array.from(cells, parseClockTime);
  if (isMost(clocks)) return { values: clocks, notation: "clock" };
  const dates = Float64Array.from(cells, parseDateTime);
  if (isMost(dates)) return { values: dates, notation: "date" };
  // Nothing but missing marks is a lead without samples yet.
  return { values: numbers, notation: cells.every((cell) => Number.isNaN(parseNumber(cell, 0, cell.length, decimal))) ? "number" : null };
}
