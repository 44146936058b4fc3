import { ProblemError } from "../../problem.ts";
import { MAX_COLUMNS } from "../cell-row.ts";
import { firstLines, guessDialect, isDatum, mostCommon, splitSample, type Dialect, type TextRow } from "../dialect.ts";
import { readHeadText, type HeadText } from "../head.ts";
import { readPreamble } from "../preamble.ts";
import { isArff, readArffHeader, type ArffHeader } from "./arff-header.ts";

/** What the first rows of a beat table tell of its form. */
export interface BeatHead extends HeadText {
  readonly dialect: Dialect;
  readonly arff: ArffHeader | null;
  /** lines above the first row: comments, and the header of an ARFF file */
  readonly skipLines: number;
  readonly comments: number;
  /** whether the first row names the cells */
  readonly hasHeader: boolean;
  readonly cellsPerRow: number;
  /** the first rows, a header included */
  readonly rows: readonly TextRow[];
}

const KEPT_LINES = 200;
const ARFF_COMMENT = "%";
/** From this many numbers a row on, evenly spaced ones in the first row are the names that pandas gives: 0, 1, 2 … */
const COUNTED_NAMES = 8;

/** Throws ProblemError where there is no row: empty, header-only, arff, too-many-columns and what `readHeadText` throws. */
export async function inspectBeatHead(file: File): Promise<BeatHead> {
  const text = await readHeadText(file);
  const preamble = readPreamble(text.text);
  const afterComments = text.text.slice(preamble.endsAt);
  const arff = isArff(afterComments) ? readArffHeader(afterComments, file.name, preamble.lines) : null;
  const skipLines = preamble.lines + (arff?.lines ?? 0);
  const body = arff ? afterComments.slice(arff.endsAt) : afterComments;
  const sample = firstLines(body, KEPT_LINES);
  const isWhole = text.isWhole && sample.length === body.length;
  const dialect = guessDialect(sample, isWhole, preamble.separator);
  const rows = splitSample(sample, dialect.separator, isWhole || sample.endsWith("\n"), KEPT_LINES)
    .map((row) => ({ ...row, line: row.line + skipLines }))
    .filter(({ cells }) => !(arff && cells[0].startsWith(ARFF_COMMENT)));
  const hasHeader = rows.length > 0 && !arff && isHeader(rows[0].cells, dialect);
  const data = rows.slice(hasHeader ? 1 : 0).map(({ cells }) => cells);
  if (data.length === 0) {
    throw new ProblemError("header-only", "there is no row of data", "Choose a file that holds beats, one a row", { file: file.name, line: skipLines + 1 });
  }
  const cellsPerRow = widthOf(data);
  if (cellsPerRow >= MAX_COLUMNS) {
    throw new ProblemError(
      "too-many-columns",
      `a line has ${MAX_COLUMNS.toLocaleString("en-US")} cells or more, which is more than one heartbeat`,
      "Choose a table with one heartbeat a row",
      { file: file.name, line: rows[0].line },
    );
  }
  return { ...text, dialect, arff, skipLines, comments: preamble.comments, hasHeader, cellsPerRow, rows };
}

/** The first rows of data as texts, if the table is read with or without a header. */
export function beatRowsIf({ rows }: BeatHead, hasHeader: boolean): readonly (readonly string[])[] {
  return rows.slice(hasHeader ? 1 : 0).map(({ cells }) => cells);
}

/** Most cells are no numbers, or they count: a beat does neither. */
function isHeader(cells: readonly string[], { decimal }: Dialect): boolean {
  const numbers = cells.filter((cell) => isDatum(cell, decimal));
  if (numbers.length < 0.5 * cells.length) return true;
  const values = numbers.map((cell) => Number(cell.replace(",", ".")));
  const step = values[1] - values[0];
  return values.length >= COUNTED_NAMES && step > 0 && values.every((value, i) => i === 0 || Math.abs(value - values[i - 1] - step) < 1e-6 * (1 + Math.abs(value)));
}

/** The usual number of cells, without the last ones that are empty in each row: separators that end the rows. */
function widthOf(rows: readonly (readonly string[])[]): number {
  let width = mostCommon(rows.map((cells) => cells.length));
  while (width > 1 && rows.every((cells) => (cells[width - 1] ?? "") === "")) width--;
  return width;
}
