import type { ExtraColumn } from "../heart-rate/table.ts";
import { GrowableArray } from "./growable-array.ts";
import { parseNumber, UNREADABLE, type DecimalMark } from "./number-cell.ts";
import { TextDictionary } from "./text-dictionary.ts";

/** Digits that a double holds without loss; a longer number, as of a device, stays text. */
const EXACT_DIGITS = 15;

/** What stands for no number in a column of numbers. Other marks ("-", "none") may be texts of their own and stay. */
const NO_NUMBER = /^(?:nan?)?$/i;

/**
 * A column kept for the export: numbers as long as every cell is one that reads the same when written back, texts
 * (codes into a dictionary) from the first other cell on. "007" and 20-digit identifiers are texts.
 */
export class ExtraColumnBuilder {
  readonly name: string;
  readonly #decimal: DecimalMark;
  #numbers: GrowableArray<Float64Array<ArrayBuffer>> | null = new GrowableArray((length) => new Float64Array(length));
  readonly #codes = new GrowableArray((length) => new Uint32Array(length));
  readonly #dictionary = new TextDictionary();

  constructor(name: string, decimal: DecimalMark) {
    this.name = name;
    this.#decimal = decimal;
  }

  push(text: string, start: number, end: number): void {
    if (this.#numbers && isExactNumber(text, start, end)) {
      const value = parseNumber(text, start, end, this.#decimal);
      if (value !== UNREADABLE && (!Number.isNaN(value) || NO_NUMBER.test(text.slice(start, end)))) {
        this.#numbers.push(value);
        return;
      }
    }
    this.#becomeText();
    this.#codes.push(this.#dictionary.codeOf(text, start, end));
  }

  /** The number of distinct texts so far. */
  get textCount(): number {
    return this.#dictionary.texts.length;
  }

  finish(): ExtraColumn {
    if (this.#numbers) return { kind: "number", name: this.name, values: this.#numbers.values() };
    return { kind: "text", name: this.name, codes: this.#codes.values(), texts: this.#dictionary.texts };
  }

  /** Numbers read before the first text are written back as texts. */
  #becomeText(): void {
    if (!this.#numbers) return;
    for (const value of this.#numbers.values()) {
      const text = Number.isNaN(value) ? "" : String(value);
      this.#codes.push(this.#dictionary.codeOf(text, 0, text.length));
    }
    this.#numbers = null;
  }
}

/** No number, or a number of few digits without an idle leading zero. */
function isExactNumber(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) === 45 ? start + 1 : start;
  const isPaddedZero = end - first > 1 && text.charCodeAt(first) === 48 && isDigit(text.charCodeAt(first + 1));
  return !isPaddedZero && end - first <= EXACT_DIGITS;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
