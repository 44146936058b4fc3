/**
 * What a spreadsheet may run as a formula when it opens a cell (OWASP, CSV injection): also behind spaces, and in full width, as
 * spreadsheets in East Asian languages read it.
 */
const FORMULA_START = /^(?:\s*[=+\-@＝＋－＠]|[\t\r])/;
/** Where the decimal mark is a comma, a spreadsheet begins a new cell behind a semicolon. */
const FORMULA_INSIDE = /(?<=[;\t])(?=[=+\-@＝＋－＠])/g;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A text as one CSV cell (RFC 4180): quoted where it must be, and with an apostrophe wherever a spreadsheet would otherwise
 * take it for a formula. A negative number is a number, not a formula.
 */
export function csvCell(text: string): string {
  const led = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  const inert = led.replaceAll(FORMULA_INSIDE, "'");
  return /[",;\t\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
