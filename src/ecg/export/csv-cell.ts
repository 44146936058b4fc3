/** What a spreadsheet would run as a formula when it opens a cell (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A text as one CSV cell (RFC 4180): quoted where it must be, and with a leading apostrophe where a spreadsheet would
 * take it for a formula. A negative number is a number, not a formula.
 */
export function csvCell(text: string): string {
  const inert = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
