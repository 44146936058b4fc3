/** Where a number was expected and the cell is empty or says that there is none. */
export const MISSING = NaN;
/** Where a number was expected and the cell holds something else, or a number that no double can hold. */
export const UNREADABLE = Infinity;

export type DecimalMark = "." | ",";

const MISSING_MARKS = new Set(["", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "-", "--", "?"]);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** A decimal of at most 15 digits is an exact integer over an exact power of ten, so one division rounds it correctly (Clinger, 1990). */
const EXACT_DIGITS = 15;

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
  let digits = 0;
  let decimals = -1;
  let mantissa = 0;
  let at = isNegative ? start + 1 : start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (code === mark && decimals < 0) decimals = 0;
    else break;
  }
  if (at < end || digits === 0 || digits > EXACT_DIGITS) return parseUncommon(text.slice(start, end), decimal);
  const value = decimals > 0 ? mantissa / POWERS_OF_TEN[decimals] : mantissa;
  return isNegative ? -value : value;
}

function parseUncommon(cell: string, decimal: DecimalMark): number {
  if (isMissingMark(cell)) return MISSING;
  if (decimal === "," && cell.includes(".")) return UNREADABLE;
  const plain = decimal === "," ? cell.replace(",", ".") : cell;
  if (!NUMBER.test(plain)) return UNREADABLE;
  const value = Number(plain);
  return Number.isFinite(value) ? value : UNREADABLE;
}
