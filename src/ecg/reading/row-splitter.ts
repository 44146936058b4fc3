import { ProblemError, type Place } from "../problem.ts";
import { cellTexts, MAX_COLUMNS, type CellRow } from "./cell-row.ts";
import { MAX_LINE_BYTES } from "./file-bytes.ts";

export type Separator = "," | ";" | "\t" | " ";

export interface SplitterOptions {
  readonly separator: Separator;
  /** lines before the first row (comments), passed over unsplit */
  readonly skipLines?: number;
  readonly fileName: string;
  readonly onRow: (row: CellRow) => void;
}

/** Where a scan stands. `after-quote`: what follows a quote in a quoted cell tells whether it closed the cell. */
type State = "skipped-line" | "cell-start" | "plain" | "quoted" | "after-quote" | "cell-end";

const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const NO_BREAK_SPACE = 0xa0;

/**
 * Cuts text that arrives in pieces, with "\n" as line end, into rows (RFC 4180): a cell that begins with a quote may hold
 * separators, line breaks and quotes written twice. With the separator " " runs of spaces count once. Each character is looked
 * at once, whatever the pieces, since a file may be one broken quote: Papa Parse, which gives the same rows, looks at such a
 * row again for every quote in it.
 */
export class RowSplitter {
  readonly #options: SplitterOptions;
  readonly #separator: number;
  readonly #row = {
    text: "",
    starts: new Int32Array(MAX_COLUMNS),
    ends: new Int32Array(MAX_COLUMNS),
    count: 0,
    line: 1,
    malformed: false,
  };
  #state: State;
  #linesToSkip: number;
  /** of the row in hand, what earlier pieces held; places in it count from its beginning, in any other row from that of the piece */
  #begun: string[] = [];
  #begunLength = 0;
  #cellStart = 0;
  #quoteAt = 0;
  #hasEscape = false;
  #escapedColumns: number[] = [];
  #quotedNewlines = 0;
  /** 1-based line on which the next row begins */
  line = 1;

  constructor(options: SplitterOptions) {
    this.#options = options;
    this.#separator = options.separator.charCodeAt(0);
    this.#linesToSkip = options.skipLines ?? 0;
    this.#state = this.#linesToSkip > 0 ? "skipped-line" : "cell-start";
  }

  /** Whether what was fed last breaks off inside a row. */
  get isInRow(): boolean {
    return this.#begunLength > 0;
  }

  /** Throws ProblemError `line-too-long` where no row ends within MAX_LINE_BYTES characters. */
  feed(piece: string): void {
    let rowStart = 0;
    for (let newline = this.#scanRow(piece, 0); newline >= 0; newline = this.#scanRow(piece, rowStart)) {
      this.#endRow(piece);
      rowStart = newline + 1;
    }
    this.#keep(piece, rowStart);
    if (this.#begunLength > MAX_LINE_BYTES) refuseLongLine(this.#options.fileName, this.line);
  }

  /** The last row, where the file does not end in a line break. */
  end(): void {
    if (this.isInRow) this.feed("\n");
    if (this.#begunLength === 0) return;
    // A quoted cell that is not closed: nobody knows where it was to end.
    this.#row.count = 0;
    this.#escapedColumns = [];
    this.#quotedNewlines = 0;
    this.#row.malformed = true;
    this.#addCell(0, this.#begunLength);
    this.#endRow("");
  }

  /** Goes on to the line break that ends the row in hand and gives its place; -1 where the piece ends before. */
  #scanRow(piece: string, from: number): number {
    for (let at = from; at < piece.length; ) {
      switch (this.#state) {
        case "skipped-line":
          return piece.indexOf("\n", at);
        case "cell-start":
          this.#cellStart = this.#begunLength + at;
          this.#state = piece.charCodeAt(at) === QUOTE ? "quoted" : "plain";
          if (this.#state === "quoted") at++;
          break;
        case "plain":
          at = this.#scanPlain(piece, at);
          break;
        case "quoted":
          at = this.#scanQuoted(piece, at);
          break;
        case "after-quote":
          at = this.#scanAfterQuote(piece, at);
          break;
        case "cell-end":
          this.#state = "cell-start";
          if (piece.charCodeAt(at) === NEWLINE) return at;
          at++;
      }
    }
    return -1;
  }

  #scanPlain(piece: string, from: number): number {
    const separator = this.#separator;
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code !== separator && code !== NEWLINE) continue;
      this.#addCell(this.#cellStart, this.#begunLength + at);
      this.#state = "cell-end";
      return at;
    }
    return piece.length;
  }

  #scanQuoted(piece: string, from: number): number {
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === NEWLINE) this.#quotedNewlines++;
      if (code !== QUOTE) continue;
      this.#quoteAt = this.#begunLength + at;
      this.#state = "after-quote";
      return at + 1;
    }
    return piece.length;
  }

  #scanAfterQuote(piece: string, at: number): number {
    const code = piece.charCodeAt(at);
    if (code === this.#separator || code === NEWLINE) {
      if (this.#hasEscape) this.#escapedColumns.push(this.#row.count);
      this.#hasEscape = false;
      this.#addCell(this.#cellStart + 1, this.#quoteAt);
      this.#state = "cell-end";
      return at;
    }
    if (code === QUOTE && this.#begunLength + at === this.#quoteAt + 1) {
      this.#hasEscape = true;
      this.#state = "quoted";
      return at + 1;
    }
    if (isSpace(code)) return at + 1;
    this.#row.malformed = true;
    this.#state = "quoted";
    return at;
  }

  /** Between spaces there are no cells. */
  #addCell(start: number, end: number): void {
    const { starts, ends, count } = this.#row;
    if (this.#separator === SPACE && start === end) return;
    if (count < MAX_COLUMNS) {
      starts[count] = start;
      ends[count] = end;
    }
    this.#row.count++;
  }

  /** Keeps what a piece holds of a row that goes on in the next. */
  #keep(piece: string, rowStart: number): void {
    if (rowStart === piece.length) return;
    const { starts, ends, count } = this.#row;
    for (let column = 0; column < Math.min(count, MAX_COLUMNS); column++) {
      starts[column] -= rowStart;
      ends[column] -= rowStart;
    }
    this.#cellStart -= rowStart;
    this.#quoteAt -= rowStart;
    this.#begun.push(piece.slice(rowStart));
    this.#begunLength += piece.length - rowStart;
  }

  #endRow(piece: string): void {
    const row = this.#row;
    if (this.#linesToSkip > 0) {
      if (--this.#linesToSkip === 0) this.#state = "cell-start";
    } else {
      row.text = this.isInRow ? this.#begun.join("") + piece : piece;
      row.line = this.line;
      this.#unescape();
      this.#trim();
      this.#options.onRow(row);
    }
    this.line += 1 + this.#quotedNewlines;
    row.count = 0;
    row.malformed = false;
    this.#quotedNewlines = 0;
    this.#begun = [];
    this.#begunLength = 0;
  }

  /** Puts one quote in place of each that was written twice. */
  #unescape(): void {
    if (this.#escapedColumns.length === 0) return;
    const cells = cellTexts(this.#row);
    for (const column of this.#escapedColumns) if (column < cells.length) cells[column] = cells[column].replaceAll('""', '"');
    this.#escapedColumns = [];
    const { starts, ends } = this.#row;
    let start = 0;
    for (const [column, cell] of cells.entries()) {
      starts[column] = start;
      ends[column] = start += cell.length;
    }
    this.#row.text = cells.join("");
  }

  #trim(): void {
    const { text, starts, ends, count } = this.#row;
    for (let column = 0; column < Math.min(count, MAX_COLUMNS); column++) {
      let start = starts[column];
      let end = ends[column];
      while (start < end && isSpace(text.charCodeAt(start))) start++;
      while (start < end && isSpace(text.charCodeAt(end - 1))) end--;
      starts[column] = start;
      ends[column] = end;
    }
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
