import { MAX_COLUMNS, type CellRow } from "./cell-row.ts";
import type { Dialect } from "./dialect.ts";
import { MAX_LINE_BYTES } from "./file-bytes.ts";
import { refuseControlCharacters, type HeadText } from "./head.ts";
import { readNumberLine } from "./number-line.ts";
import { refuseLongLine, RowSplitter } from "./row-splitter.ts";
import { LineDecoder } from "./text-encoding.ts";

const LINE_FEED = 10;

/** How the lines of a file are to be read. */
export interface LineForm extends Pick<HeadText, "file" | "encoding" | "hasLineFeeds"> {
  readonly dialect: Dialect;
  /** lines above the first row */
  readonly skipLines: number;
}

/** What takes the rows; both throw ProblemError at a bad one. */
export interface RowTaker {
  /** Takes a row all of whose cells are numbers, if it is a good one; else answers false, and `add` is given the row. */
  addNumbers(cells: Float64Array, count: number, line: number): boolean;
  /** `isCutOff`: it is the file's last row, and no line break ends it. */
  add(row: CellRow, isCutOff: boolean): void;
}

/**
 * Brings a file's bytes, as they arrive, to `rows`. A line of plain numbers, as nearly all are, is read from the bytes
 * themselves; any other goes as text through the splitter, which knows quotes and says what is wrong. Both give the same rows.
 */
export class NumberLines {
  readonly #form: LineForm;
  readonly #rows: RowTaker;
  readonly #decoder: LineDecoder;
  readonly #splitter: RowSplitter;
  readonly #cells = new Float64Array(MAX_COLUMNS);
  #carry: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #isAtEnd = false;

  constructor(form: LineForm, rows: RowTaker) {
    const fileName = form.file.name;
    this.#form = form;
    this.#rows = rows;
    this.#decoder = new LineDecoder(form.encoding, fileName);
    this.#splitter = new RowSplitter({
      separator: form.dialect.separator,
      skipLines: form.skipLines,
      fileName,
      onRow: (row) => rows.add(row, this.#isAtEnd),
    });
  }

  /** 1-based line on which the next row begins */
  get line(): number {
    return this.#splitter.line;
  }

  /** Throws ProblemError: what the rows, RowSplitter and LineDecoder throw, and `binary`. */
  feed(bytes: Uint8Array<ArrayBuffer>): void {
    const isAsciiBased = this.#form.encoding === "utf-8" || this.#form.encoding === "windows-1252";
    if (isAsciiBased && this.#form.hasLineFeeds) this.#feedLines(bytes);
    else this.#feedText(bytes);
  }

  end(): void {
    this.#feedText(this.#carry);
    this.#splitter.feed(this.#decoder.end(this.line));
    this.#isAtEnd = true;
    this.#splitter.end();
  }

  #feedLines(bytes: Uint8Array<ArrayBuffer>): void {
    let from = 0;
    let to = bytes.indexOf(LINE_FEED);
    if (to >= 0 && this.#carry.length > 0) {
      const line = joined(this.#carry, bytes.subarray(0, to + 1));
      this.#carry = new Uint8Array(0);
      this.#takeLine(line, 0, line.length - 1);
      from = to + 1;
      to = bytes.indexOf(LINE_FEED, from);
    }
    for (; to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
      this.#takeLine(bytes, from, to);
      from = to + 1;
    }
    this.#carry = joined(this.#carry, bytes.subarray(from));
    if (this.#carry.length > MAX_LINE_BYTES) refuseLongLine(this.#form.file.name, this.line);
  }

  /** The line bytes[from, to), with its line feed at `to`. */
  #takeLine(bytes: Uint8Array<ArrayBuffer>, from: number, to: number): void {
    const { dialect, skipLines } = this.#form;
    const isRow = this.line > skipLines && !this.#splitter.isInRow;
    const count = isRow ? readNumberLine(bytes, from, to, { dialect, cells: this.#cells }) : -1;
    if (count >= 0 && this.#rows.addNumbers(this.#cells, count, this.line)) this.#splitter.line++;
    else this.#feedText(bytes.subarray(from, to + 1));
  }

  #feedText(bytes: Uint8Array<ArrayBuffer>): void {
    const text = this.#decoder.decode(bytes, this.line);
    refuseControlCharacters(text, this.#form.file.name, this.line);
    this.#splitter.feed(text);
  }
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
