import { ProblemError } from "../problem.ts";
import { MAX_COLUMNS } from "./cell-row.ts";
import { meaningOfName, isUnitWord } from "./column-names.ts";
import { firstLines, guessDialect, isDatum, mostCommon, splitSample, type Dialect, type TextRow } from "./dialect.ts";
import { readHead } from "./file-bytes.ts";
import { refuseKnownBinary, refuseOtherText, refuseWatchEcg } from "./file-signature.ts";
import { isMissingMark } from "./number-cell.ts";
import { readPreamble, type Preamble } from "./preamble.ts";
import { malformedQuoteProblem, refuseLongLine, RowSplitter, type Separator } from "./row-splitter.ts";
import { guessEncoding, LineDecoder, type Encoding } from "./text-encoding.ts";

/** What the first megabyte of a file tells of its form. */
export interface Head {
  readonly file: File;
  readonly encoding: Encoding;
  readonly dialect: Dialect;
  readonly preamble: Preamble;
  readonly hasHeader: boolean;
  /** rows to pass over before the data where there is a header: it, and a line of units below it */
  readonly headerRows: number;
  /** one name per column where there is a header ("" where it has none) */
  readonly names: readonly string[];
  readonly columnCount: number;
  /** the first rows, header and units included */
  readonly rows: readonly TextRow[];
  /** whether these are all rows of the file */
  readonly hasAllRows: boolean;
}

const KEPT_LINES = 2000;
const LINE_FEED = 10;

/** The first megabyte of a file as text. */
export interface HeadText {
  readonly file: File;
  readonly encoding: Encoding;
  /** with "\n" as line end */
  readonly text: string;
  /** whether this is the whole file */
  readonly isWhole: boolean;
  /** whether lines end in a line feed, alone or after a return */
  readonly hasLineFeeds: boolean;
}

/** As `readAnyHeadText`, and throws ProblemError `raw-ecg` for a watch's recording, which is no table. */
export async function readHeadText(file: File): Promise<HeadText> {
  const head = await readAnyHeadText(file);
  refuseWatchEcg(head.text, file.name);
  return head;
}

/** Throws ProblemError where these are not the first bytes of numbers in text form: unreadable-file, binary, invalid-text, html, json, line-too-long. */
export async function readAnyHeadText(file: File): Promise<HeadText> {
  const bytes = await readHead(file);
  refuseKnownBinary(bytes, file.name);
  const encoding = guessEncoding(bytes);
  const isWhole = bytes.length === file.size;
  const text = headText(bytes, encoding, isWhole, file.name);
  refuseControlCharacters(text, file.name, 1);
  refuseOtherText(text, file.name);
  if (!isWhole && !text.includes("\n")) refuseLongLine(file.name, 1);
  return { file, encoding, text, isWhole, hasLineFeeds: bytes.includes(LINE_FEED) };
}

/** Throws ProblemError where the beginning shows that this is no table of numbers: what `readHeadText` throws, empty, header-only, too-many-columns, no-numeric-column. */
export async function inspectHead(file: File): Promise<Head> {
  const { encoding, text, isWhole } = await readHeadText(file);
  const preamble = readPreamble(text);
  const body = text.slice(preamble.endsAt);
  const dialect = guessDialect(body, isWhole, preamble.separator);
  const rows = splitSample(body, dialect.separator, isWhole, KEPT_LINES).map((row) => ({ ...row, line: row.line + preamble.lines }));
  if (rows.length === 0) {
    refuseOpenQuote(body, { isWhole, separator: dialect.separator, fileName: file.name, skippedLines: preamble.lines });
    throw new ProblemError("empty", "the file holds no data", "Choose a file with a header and at least one row", { file: file.name });
  }
  const hasAllRows = isWhole && firstLines(body, KEPT_LINES).length === body.length;
  const head = { file, encoding, dialect, preamble, rows, hasAllRows, ...findHeader(rows, preamble, dialect) };
  if (rows.length <= head.headerRows) {
    refuseOpenQuote(body, { isWhole, separator: dialect.separator, fileName: file.name, skippedLines: preamble.lines });
  }
  refuseUnfitTable(head);
  return head;
}

interface OpenQuoteOptions {
  readonly isWhole: boolean;
  readonly separator: Separator;
  readonly fileName: string;
  readonly skippedLines: number;
}

/** Where there seem to be no rows: throws ProblemError `malformed-quote` or `line-too-long` if an open quote swallows them. */
function refuseOpenQuote(body: string, { isWhole, separator, fileName, skippedLines }: OpenQuoteOptions): void {
  const splitter = new RowSplitter({
    separator,
    fileName,
    onRow: ({ malformed, line }) => {
      if (malformed) throw malformedQuoteProblem({ file: fileName, line: line + skippedLines });
    },
  });
  splitter.feed(body);
  if (!isWhole) refuseLongLine(fileName, splitter.line + skippedLines);
  splitter.end();
}

function refuseUnfitTable({ file, rows, headerRows, columnCount }: Head): void {
  const place = { file: file.name, line: rows[0].line };
  if (rows.length <= headerRows) {
    throw new ProblemError("header-only", "there are names of columns and no row of data below them", "Choose a file that holds data", place);
  }
  if (columnCount >= MAX_COLUMNS) {
    throw new ProblemError("too-many-columns", `a line has ${MAX_COLUMNS.toLocaleString("en-US")} cells or more, so this is no table of heart rates`, "Choose a table with a column for the time and one for the heart rate", place);
  }
}

/** Throws ProblemError `binary` at the first control character other than tab, line feed, vertical tab and form feed. */
export function refuseControlCharacters(text: string, fileName: string, firstLine: number): void {
  const at = text.search(CONTROL_CHARACTER);
  if (at < 0) return;
  const line = firstLine + (text.slice(0, at).match(/\n/g)?.length ?? 0);
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  throw new ProblemError(
    "binary",
    `there is a control character (U+${code}), so the file is binary or damaged`,
    "Choose a CSV file in text form, or save this one again as CSV in UTF-8",
    { file: fileName, line },
  );
}

const CONTROL_CHARACTER = /[^\P{Cc}\t\n\v\f]/u;

function headText(bytes: Uint8Array, encoding: Encoding, isWhole: boolean, fileName: string): string {
  const decoder = new LineDecoder(encoding, fileName);
  const text = decoder.decode(bytes, 1);
  return isWhole ? text + decoder.end(1) : text;
}

type HeaderFindings = Pick<Head, "hasHeader" | "headerRows" | "names" | "columnCount">;

function findHeader(rows: readonly TextRow[], preamble: Preamble, dialect: Dialect): HeaderFindings {
  const first = rows[0].cells;
  const isHeader = looksLikeHeader(first, dialect);
  const commented = isHeader ? null : commentedHeader(preamble, dialect, first.length);
  const hasUnits = isHeader && rows.length > 1 && isUnitsRow(rows[1].cells);
  const headerRows = isHeader ? (hasUnits ? 2 : 1) : 0;
  const data = rows.slice(headerRows).map(({ cells }) => cells);
  const names = isHeader ? first : commented;
  if (names) {
    const fitted = fitNames(names, data);
    return { hasHeader: true, headerRows, names: fitted, columnCount: fitted.length };
  }
  const columnCount = withoutEmptyEnd(mostCommon(data.map((cells) => cells.length)), data);
  return { hasHeader: false, headerRows: 0, names: [], columnCount };
}

/** No number or time among the cells, or a name that says what its column is. */
function looksLikeHeader(cells: readonly string[], { decimal }: Dialect): boolean {
  const isNamed = cells.some((cell) => {
    const { role, exact } = meaningOfName(cell);
    return exact && (role === "rate" || role === "time" || role === "patient");
  });
  return isNamed || !cells.some((cell) => isDatum(cell, decimal) || (cell !== "" && isMissingMark(cell)));
}

/** numpy and others write the header as a comment: "# time,hr". */
function commentedHeader({ lastComment }: Preamble, dialect: Dialect, width: number): readonly string[] | null {
  const rows = splitSample(lastComment ?? "", dialect.separator, true, 1);
  if (rows.length === 0 || rows[0].cells.length !== width) return null;
  return looksLikeHeader(rows[0].cells, dialect) && rows[0].cells.some((cell) => meaningOfName(cell).exact) ? rows[0].cells : null;
}

function isUnitsRow(cells: readonly string[]): boolean {
  return cells.some(isUnitWord) && cells.every((cell) => cell === "" || isUnitWord(cell));
}

/** How many of `width` columns there are without the last ones that are empty in each row: separators that end the rows. */
function withoutEmptyEnd(width: number, rows: readonly (readonly string[])[]): number {
  const isEmpty = (column: number) => rows.every((cells) => column >= cells.length || cells[column] === "");
  let used = width;
  while (used > 1 && isEmpty(used - 1)) used--;
  return used;
}

/** Leaves out empty last columns, and names the column of row names that R leaves without a title. */
function fitNames(names: readonly string[], data: readonly (readonly string[])[]): readonly string[] {
  const used = withoutEmptyEnd(names.length, [names, ...data]);
  if (used < names.length) return names.slice(0, used);
  const hasRowNames = data.length > 0 && data.every((cells) => cells.length === names.length + 1 && cells[names.length] !== "");
  return hasRowNames ? ["", ...names] : names;
}

/** How many rows to pass over if the table is read with or without a header, whatever was guessed. */
export function headerRowsIf(head: Head, hasHeader: boolean): number {
  return hasHeader === head.hasHeader ? head.headerRows : hasHeader ? 1 : 0;
}

/** One name per column, as the user sees them, if the table is read with or without a header; "" where a header leaves one out. */
export function columnNamesIf(head: Head, hasHeader: boolean): readonly string[] {
  const named = head.hasHeader ? head.names : head.rows[0].cells;
  return Array.from({ length: head.columnCount }, (_, column) => (hasHeader ? (named[column] ?? "") : `column ${column + 1}`));
}

/** The first rows of data as texts. */
export function dataRowsIf(head: Head, hasHeader: boolean): readonly (readonly string[])[] {
  return head.rows.slice(headerRowsIf(head, hasHeader)).map(({ cells }) => cells);
}
