import Papa from "papaparse";
import { ProblemError, type Place } from "../problem.ts";
import { MAX_COLUMNS, type CellRow } from "./cell-row.ts";
import { MAX_LINE_BYTES } from "./file-bytes.ts";

export type Separator = "," | ";" | "\t" | " ";

export interface SplitterOptions {
  readonly separator: Separator;
  /** lines before the first row (comments), passed over unsplit */
  readonly skipLines?: number;
  readonly fileName: string;
  readonly onRow: (row: CellRow) => void;
}

const NEWLINE = 10;
const SPACE = 32;
const NO_BREAK_SPACE = 0xa0;

/**
 * Cuts text that arrives in pieces, with "\n" as line end, into rows. Text without a quote is scanned in place; Papa
 * Parse takes the rest, so that a quoted cell may hold separators, quotes and line breaks. Both give the same rows.
 * With the separator " " runs of spaces count once.
 */
export class RowSplitter {
  readonly #options: SplitterOptions;
  readonly #row = {
    text: "",
    starts: new Int32Array(MAX_COLUMNS),
    ends: new Int32Array(MAX_COLUMNS),
    count: 0,
    line: 1,
    malformed: false,
  };
  #carry = "";
  #linesToSkip: number;
  /** 1-based line on which the next row begins */
  line = 1;

  constructor(options: SplitterOptions) {
    this.#options = options;
    this.#linesToSkip = options.skipLines ?? 0;
  }

  /** Whether what was fed last breaks off inside a row. */
  get isInRow(): boolean {
    return this.#carry !== "";
  }

  /** Throws ProblemError `line-too-long` where no row ends within MAX_LINE_BYTES characters. */
  feed(text: string): void {
    this.#carry = this.#splitCompleteRows(this.#carry + text);
    if (this.#carry.length > MAX_LINE_BYTES) refuseLongLine(this.#options.fileName, this.line);
  }

  /** The last row, where the file does not end in a line break. */
  end(): void {
    if (this.#carry === "") return;
    const rest = this.#splitCompleteRows(`${this.#carry}\n`);
    if (rest === "") return;
    this.#setCells([rest]);
    this.#emit(1, true);
  }

  /** Returns what follows the last complete row. */
  #splitCompleteRows(text: string): string {
    const rest = this.#skipLines(text);
    return rest.includes('"') ? this.#splitQuoted(rest) : this.#splitPlain(rest);
  }

  #skipLines(text: string): string {
    let from = 0;
    while (this.#linesToSkip > 0) {
      const newline = text.indexOf("\n", from);
      if (newline < 0) break;
      from = newline + 1;
      this.#linesToSkip--;
      this.line++;
    }
    return text.slice(from);
  }

  #splitPlain(text: string): string {
    if (this.#linesToSkip > 0) return text;
    const separator = this.#options.separator.charCodeAt(0);
    const end = text.lastIndexOf("\n") + 1;
    const row = this.#row;
    row.text = text;
    let start = 0;
    row.count = 0;
    for (let i = 0; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code !== separator && code !== NEWLINE) continue;
      if (separator !== SPACE || i > start) this.#addCell(start, i);
      start = i + 1;
      if (code === NEWLINE) this.#emit(1, false);
    }
    return text.slice(end);
  }

  #splitQuoted(text: string): string {
    if (this.#linesToSkip > 0) return text;
    const { separator } = this.#options;
    const parser = new Papa.Parser({ delimiter: separator, newline: "\n", quoteChar: '"' });
    const { data, errors, meta } = parser.parse(text, 0, true) as Papa.ParseResult<string[]>;
    const malformedRows = new Set(errors.map(({ row }) => row));
    data.forEach((cells, index) => {
      this.#setCells(separator === " " ? cells.filter((cell) => cell !== "") : cells);
      this.#emit(1 + countNewlines(cells), malformedRows.has(index));
    });
    return text.slice(meta.cursor);
  }

  #setCells(cells: readonly string[]): void {
    this.#row.text = cells.join("");
    this.#row.count = 0;
    let start = 0;
    for (const cell of cells) {
      this.#addCell(start, start + cell.length);
      start += cell.length;
    }
  }

  #addCell(from: number, to: number): void {
    const { text, starts, ends } = this.#row;
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
    const column = this.#row.count++;
    if (column >= MAX_COLUMNS) return;
    starts[column] = start;
    ends[column] = end;
  }

  #emit(lines: number, malformed: boolean): void {
    this.#row.line = this.line;
    this.#row.malformed = malformed;
    this.#options.onRow(this.#row);
    this.line += lines;
    this.#row.count = 0;
  }
}

/** Throws the ProblemError `line-too-long`. */
export function refuseLongLine(fileName: string, line: number): never {
  throw new ProblemError(
    "line-too-long",
    "this line, or a quoted cell that begins in it and is not closed, is longer than 1 MB, so this is no table that can be read here",
    "Save the data as CSV with one row per heartbeat or per reading",
    { file: fileName, line },
  );
}

/** For a row with `malformed`. */
export function malformedQuoteProblem(place: Place): ProblemError {
  return new ProblemError(
    "malformed-quote",
    "a quoted cell is not closed, or goes on after its closing quote",
    "Close the quote or remove it; a quote inside a quoted cell is written twice",
    place,
  );
}

function isSpace(code: number): boolean {
  return code <= SPACE || code === NO_BREAK_SPACE;
}

function countNewlines(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}
