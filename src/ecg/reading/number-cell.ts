import { decimalValue, MORE_DIGITS_BELOW } from "./decimal-value.ts";

/** Where a number was expected and the cell is empty or says that there is none. */
export const MISSING = NaN;
/** Where a number was expected and the cell holds something else, or a number that no double can hold. */
export const UNREADABLE = Infinity;

export type DecimalMark = "." | ",";

const MISSING_MARKS = new Set(["", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "?"]);
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** "", NA, n/a, NaN, null, none, - and the like, in any case. */
export function isMissingMark(cell: string): boolean {
  return MISSING_MARKS.has(cell.toLowerCase());
}

/**
 * The number in text.slice(start, end), a cell without spaces around it: what `Number` makes of it, MISSING or UNREADABLE.
 * Only `decimal` is taken as the decimal mark, and nothing groups thousands, so that "1,234" is never a guess.
 */
export function parseNumber(text: string, start: number, end: number, decimal: DecimalMark): number {
  const mark = decimal === "." ? 46 : 44;
  const isNegative = text.charCodeAt(start) === 45;
  let at = isNegative ? start + 1 : start;
  const from = at;
  let markAt = -1;
  let high = 0;
  let low = 0;
  let lowDigits = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      if (high < MORE_DIGITS_BELOW) high = high * 10 + (code - 48);
      else {
        low = low * 10 + (code - 48);
        lowDigits++;
      }
    } else if (code === mark && markAt < 0) markAt = at;
    else break;
  }
  const digits = at - from - (markAt < 0 ? 0 : 1);
  const exponent = at === end ? 0 : parseExponent(text, at, end);
  const value = digits === 0 ? NaN : decimalValue(high, low, lowDigits, exponent - (markAt < 0 ? 0 : at - markAt - 1));
  if (Number.isNaN(value)) return parseUncommon(text.slice(start, end), decimal);
  return isNegative ? -value : value;
}

/** The exponent from its "e" at `from` to `end`, or NaN if it is none of at most three digits. */
function parseExponent(text: string, from: number, end: number): number {
  const letter = text.charCodeAt(from);
  if (letter !== 101 && letter !== 69) return NaN;
  const sign = text.charCodeAt(from + 1);
  const first = sign === 43 || sign === 45 ? from + 2 : from + 1;
  if (first >= end || end - first > 3) return NaN;
  let exponent = 0;
  for (let at = first; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    exponent = exponent * 10 + digit;
  }
  return sign === 45 ? -exponent : exponent;
}

function parseUncommon(cell: string, decimal: DecimalMark): number {
  if (isMissingMark(cell)) return MISSING;
  if (decimal === "," && cell.includes(".")) return UNREADABLE;
  const plain = decimal === "," ? cell.replace(",", ".") : cell;
  if (!NUMBER.test(plain)) return UNREADABLE;
  const value = Number(plain);
  return Number.isFinite(value) ? value : UNREADABLE;
}
