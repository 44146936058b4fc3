import { cellTexts, isBlank } from "./cell-row.ts";
import { isMissingMark, parseNumber, UNREADABLE, type DecimalMark } from "./number-cell.ts";
import { RowSplitter, type Separator } from "./row-splitter.ts";
import { parseClock, parseIso } from "./time-cell.ts";

export interface Dialect {
  readonly separator: Separator;
  readonly decimal: DecimalMark;
}

/** A row of the file's beginning, as texts. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS: readonly Separator[] = [",", ";", "\t", " "];
const SAMPLED_LINES = 200;
/** Whole numbers may come first. */
const DECIMAL_LINES = 5000;
const COMMA_DECIMAL = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const GROUPED_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const POINT_DECIMAL = /^[+-]?\d*\.\d+(?:e[+-]?\d+)?$/i;

/** The rows in the first `lines` lines of `text` that are not blank. `isWhole` is false where the text is cut off, so that its last row may be half. */
export function splitSample(text: string, separator: Separator, isWhole: boolean, lines: number): TextRow[] {
  const sample = firstLines(text, lines);
  const rows: TextRow[] = [];
  const splitter = new RowSplitter({
    separator,
    fileName: "",
    onRow: (row) => {
      if (!row.malformed && !isBlank(row)) rows.push({ line: row.line, cells: cellTexts(row) });
    },
  });
  splitter.feed(sample);
  if (isWhole && sample.length === text.length) splitter.end();
  return rows;
}

/**
 * The separator whose rows agree best: as many cells in every row and in the first, and cells that can be read as
 * numbers, times or labels. `text` is the file's beginning after its comments.
 */
export function guessDialect(text: string, isWhole: boolean, stated: Separator | null): Dialect {
  const guesses = (stated ? [stated] : SEPARATORS).map((separator) => {
    const rows = splitSample(text, separator, isWhole, SAMPLED_LINES).map(({ cells }) => cells);
    const decimal = guessDecimal(rows, separator);
    return { separator, decimal, score: scoreOf(rows, decimal) };
  });
  const { separator } = guesses.reduce((a, b) => (b.score > a.score ? b : a));
  return { separator, decimal: guessDecimal(splitSample(text, separator, isWhole, DECIMAL_LINES).map(({ cells }) => cells), separator) };
}

export function firstLines(text: string, count: number): string {
  let end = -1;
  for (let line = 0; line < count; line++) {
    end = text.indexOf("\n", end + 1);
    if (end < 0) return text;
  }
  return text.slice(0, end + 1);
}

/**
 * Semicolons mostly come from places that write a decimal comma; elsewhere a point is assumed until seen otherwise.
 * Between commas a number with a comma was quoted; there, "1,234" says nothing, since it may be a thousand.
 */
function guessDecimal(rows: readonly (readonly string[])[], separator: Separator): DecimalMark {
  const isCommaDecimal = (cell: string) => COMMA_DECIMAL.test(cell) && !(separator === "," && GROUPED_THOUSANDS.test(cell));
  let commas = 0;
  let points = 0;
  for (const cells of rows) {
    for (const cell of cells) {
      if (isCommaDecimal(cell)) commas++;
      else if (POINT_DECIMAL.test(cell)) points++;
    }
  }
  return commas > points || (commas === points && separator === ";") ? "," : ".";
}

function scoreOf(rows: readonly (readonly string[])[], decimal: DecimalMark): number {
  if (rows.length === 0) return 0;
  const [first, ...others] = rows;
  const data = others.length > 0 ? others : rows;
  const width = mostCommon(data.map((cells) => cells.length));
  const even = share(data, (cells) => cells.length === width);
  const readable = share(data.flat(), (cell) => isReadable(cell, decimal));
  // A header may lack one cell: a separator at the end of each row, or row names without a title.
  const headerFits = first.length === width ? 0.5 : first.length === width - 1 ? 0.2 : 0;
  return even + readable + headerFits + (width > 1 ? 0.2 : 0);
}

/** Whether a table's data would hold this cell: a number, a time, or nothing. */
function isReadable(cell: string, decimal: DecimalMark): boolean {
  return isMissingMark(cell) || isDatum(cell, decimal);
}

/** A number or a time. */
export function isDatum(cell: string, decimal: DecimalMark): boolean {
  const number = parseNumber(cell, 0, cell.length, decimal);
  if (number !== UNREADABLE) return !Number.isNaN(number);
  return !Number.isNaN(parseClock(cell)) || !Number.isNaN(parseIso(cell));
}

export function mostCommon(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
