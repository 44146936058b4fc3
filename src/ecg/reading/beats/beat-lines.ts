import { MAX_COLUMNS } from "../cell-row.ts";
import { MAX_LINE_BYTES } from "../file-bytes.ts";
import { refuseControlCharacters } from "../head.ts";
import { refuseLongLine, RowSplitter } from "../row-splitter.ts";
import { LineDecoder } from "../text-encoding.ts";
import type { BeatHead } from "./beat-head.ts";
import type { BeatRows } from "./beat-rows.ts";
import { readNumberLine } from "./number-line.ts";

const LINE_FEED = 10;

/**
 * Brings a file's bytes, as they arrive, to `rows`. A line of plain numbers, as nearly all are, is read from the bytes
 * themselves; any other goes as text through the splitter, which knows quotes and says what is wrong. Both give the same rows.
 */
export class BeatLines {
  readonly #head: BeatHead;
  readonly #rows: BeatRows;
  readonly #decoder: LineDecoder;
  readonly #splitter: RowSplitter;
  readonly #cells = new Float64Array(MAX_COLUMNS);
  #carry: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #isAtEnd = false;

  constructor(head: BeatHead, rows: BeatRows) {
    const fileName = head.file.name;
    this.#head = head;
    this.#rows = rows;
    this.#decoder = new LineDecoder(head.encoding, fileName);
    this.#splitter = new RowSplitter({
      separator: head.dialect.separator,
      skipLines: head.skipLines,
      fileName,
      onRow: (row) => rows.add(row, this.#isAtEnd),
    });
  }

  /** 1-based line on which the next row begins */
  get line(): number {
    return this.#splitter.line;
  }

  /** Throws ProblemError: what BeatRows, RowSplitter and LineDecoder throw, and `binary`. */
  feed(bytes: Uint8Array<ArrayBuffer>): void {
    const isAsciiBased = this.#head.encoding === "utf-8" || this.#head.encoding === "windows-1252";
    if (isAsciiBased && this.#head.hasLineFeeds) this.#feedLines(bytes);
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
    if (this.#carry.length > MAX_LINE_BYTES) refuseLongLine(this.#head.file.name, this.line);
  }

  /** The line bytes[from, to), with its line feed at `to`. */
  #takeLine(bytes: Uint8Array<ArrayBuffer>, from: number, to: number): void {
    const { dialect, skipLines } = this.#head;
    const isRow = this.line > skipLines && !this.#splitter.isInRow;
    const count = isRow ? readNumberLine(bytes, from, to, { dialect, cells: this.#cells }) : -1;
    if (count >= 0 && this.#rows.addNumbers(this.#cells, count, this.line)) this.#splitter.line++;
    else this.#feedText(bytes.subarray(from, to + 1));
  }

  #feedText(bytes: Uint8Array<ArrayBuffer>): void {
    const text = this.#decoder.decode(bytes, this.line);
    refuseControlCharacters(text, this.#head.file.name, this.line);
    this.#splitter.feed(text);
  }
}

function joined(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
