import { ProblemError, type Place } from "../problem.ts";
import { cellText, cellTexts, type CellRow } from "./cell-row.ts";
import type { Layout } from "./layout.ts";
import { malformedQuoteProblem } from "./row-splitter.ts";

const NUMBER_BEYOND_DOUBLE = /^[+-]?[\d.,]+e[+-]?\d+$/i;
const INFINITE = /^[+-]?inf(?:inity)?$/i;

/** The errors of single rows: each names file, line, column and value, and says what to do. */
export class RowProblems {
  readonly #fileName: string;
  readonly #layout: Layout;

  constructor(fileName: string, layout: Layout) {
    this.#fileName = fileName;
    this.#layout = layout;
  }

  malformedQuote(row: CellRow): ProblemError {
    const value = cellTexts(row).find((cell) => cell.includes('"')) ?? cellText(row, 0);
    return malformedQuoteProblem(this.#place(row, { value }));
  }

  ragged(row: CellRow): ProblemError {
    const { columns, hasHeader } = this.#layout;
    const expected = `${columns.length} ${hasHeader ? "in the header" : "in the first rows"}`;
    return this.#unlessRepeatedHeader(row, new ProblemError(
      "ragged",
      `this line has ${row.count} ${row.count === 1 ? "cell" : "cells"} instead of the ${expected}`,
      row.count > columns.length ? "Remove what is too much, or put a cell that holds the separator in quotes" : "Add what is missing; leave a cell empty rather than out",
      this.#place(row, { value: cellTexts(row).join(" | ") }),
    ));
  }

  badRate(row: CellRow, column: number): ProblemError {
    const cell = cellText(row, column);
    const what = INFINITE.test(cell)
      ? "the heart rate is infinite"
      : NUMBER_BEYOND_DOUBLE.test(cell)
        ? "the number is too large"
        : "this is no number";
    return this.#cellProblem("bad-number", row, column, what, "Correct the cell, or empty it to have it filled by interpolation");
  }

  notAnInterval(row: CellRow, column: number): ProblemError {
    return this.#cellProblem("bad-interval", row, column, "an RR interval must be longer than zero", "Correct the cell, or empty it to have it filled by interpolation");
  }

  notScaled(row: CellRow, column: number): ProblemError {
    return this.#cellProblem(
      "mixed-scale",
      row,
      column,
      "the values before this one lie in 0–1, as scaled heart rates do, and this one does not",
      "Use one scale in the whole file",
    );
  }

  /** `isFirst`: in the first row of data there are no other times to go by. */
  badTime(row: CellRow, column: number, isFirst: boolean): ProblemError {
    const kinds = { seconds: "a time in seconds", milliseconds: "a time in milliseconds", clock: "a time as h:mm:ss", iso: "a date as 2024-03-01 12:00:00", row: "a time" };
    const advice = isFirst ? "Write all times in seconds, in milliseconds, as h:mm:ss or as 2024-03-01 12:00:00" : "Write the time as in the other rows, or remove the row";
    if (cellText(row, column) === "") return this.#cellProblem("bad-time", row, column, "the time is missing", advice);
    const what = `this is not ${kinds[this.#layout.timeKind]}${isFirst ? "" : ", as the other times in the column are"}`;
    return this.#cellProblem("bad-time", row, column, what, advice);
  }

  missingPatient(row: CellRow, column: number): ProblemError {
    return this.#cellProblem("missing-patient", row, column, "the patient ID is missing", "Enter the patient of this row, or remove the row");
  }

  badLabel(row: CellRow, column: number): ProblemError {
    return this.#cellProblem("bad-label", row, column, "a label must be 0 or 1, true or false, normal or anomaly", "Correct the cell, or empty it if nobody labelled this row");
  }

  badNumber(row: CellRow, column: number): ProblemError {
    return this.#cellProblem("bad-number", row, column, "this is no number", "Correct the cell, or empty it");
  }

  tooManyPatients(row: CellRow, column: number, most: number): ProblemError {
    return this.#cellProblem(
      "too-many-patients",
      row,
      column,
      `there are more than ${most.toLocaleString("en-US")} patients`,
      "Check that this column holds the patient ID, or split the file",
    );
  }

  tooManyTexts(row: CellRow, column: number, most: number): ProblemError {
    return this.#cellProblem("too-many-texts", row, column, `the column holds more than ${most.toLocaleString("en-US")} different texts`, "Remove the column, or split the file");
  }

  tooManyRows(row: CellRow, most: number): ProblemError {
    return new ProblemError("too-many-rows", `there are more than ${most.toLocaleString("en-US")} rows`, "Split the file and open its parts one by one", this.#place(row));
  }

  #cellProblem(code: string, row: CellRow, column: number, what: string, advice: string): ProblemError {
    const place = this.#place(row, { column: this.#layout.columns[column].name, value: cellText(row, column) });
    return this.#unlessRepeatedHeader(row, new ProblemError(code, what, advice, place));
  }

  /** A header among the data makes its cells bad numbers; what the user should hear is that it is a header. */
  #unlessRepeatedHeader(row: CellRow, problem: ProblemError): ProblemError {
    if (!this.#isHeader(row)) return problem;
    return new ProblemError(
      "repeated-header",
      "the header is repeated among the data, as when files are joined",
      "Remove this line, or open the joined files apart",
      this.#place(row, { column: this.#layout.columns[0].name, value: cellTexts(row).join(" | ") }),
    );
  }

  #isHeader(row: CellRow): boolean {
    const { columns, hasHeader } = this.#layout;
    if (!hasHeader) return false;
    const names = cellTexts(row).map((cell) => cell.toLowerCase());
    const shared = columns.filter(({ name }, column) => names[column] === name.toLowerCase()).length;
    return shared >= 2 || shared === columns.length;
  }

  /** A value with line breaks is quoted on one line. */
  #place(row: CellRow, { value, ...where }: Pick<Place, "column" | "value"> = {}): Place {
    const place = { file: this.#fileName, line: row.line, ...where };
    return value === undefined ? place : { ...place, value: value.replace(/\s+/g, " ") };
  }
}
