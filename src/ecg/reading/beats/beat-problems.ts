import { CLASSES } from "../../beats/classes.ts";
import { ProblemError, type Place } from "../../problem.ts";
import { cellText, cellTexts, type CellRow } from "../cell-row.ts";
import { isMissingMark } from "../number-cell.ts";
import { malformedQuoteProblem } from "../row-splitter.ts";
import type { BeatLayout } from "./beat-layout.ts";
import { numberOfClass, schemeOf, type LabelCoding } from "./label-coding.ts";

const INFINITE = /^[+-]?inf(?:inity)?$/i;
const WITH_EXPONENT = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)e[+-]?\d+$/i;

/** The errors of single rows: each names file, line, column and value, and says what to do. */
export class BeatProblems {
  readonly #fileName: string;
  readonly #layout: BeatLayout;
  readonly #names: readonly string[];

  /** `names` are the header's, or empty. */
  constructor(fileName: string, layout: BeatLayout, names: readonly string[]) {
    this.#fileName = fileName;
    this.#layout = layout;
    this.#names = names;
  }

  malformedQuote(row: CellRow): ProblemError {
    const value = cellTexts(row).find((cell) => cell.includes('"')) ?? cellText(row, 0);
    return malformedQuoteProblem(this.#place(row, { value }));
  }

  /** `isCutOff`: it is the last line, and no line break ends it. */
  ragged(row: CellRow, isCutOff: boolean): ProblemError {
    const { cellsPerRow } = this.#layout;
    const place = this.#place(row, { value: cellTexts(row).join(" | ") });
    if (isCutOff && row.count < cellsPerRow) {
      return new ProblemError("truncated", `the file breaks off in its last line, after ${row.count} of ${cellsPerRow} cells`, "Copy or download the file again, or remove this line", place);
    }
    return new ProblemError(
      "ragged",
      `this line has ${row.count} ${row.count === 1 ? "cell" : "cells"} and the first rows have ${cellsPerRow}`,
      "Give every beat the same number of samples, or remove the line",
      place,
    );
  }

  badSample(row: CellRow, column: number): ProblemError {
    const cell = cellText(row, column);
    const advice = "Correct the cell, or remove the line";
    if (isMissingMark(cell)) return this.#cellProblem("missing-sample", row, column, "the sample is missing, and a beat with a gap cannot be classified", advice);
    if (INFINITE.test(cell)) return this.#cellProblem("bad-number", row, column, "a sample cannot be infinite", advice);
    const what = WITH_EXPONENT.test(cell) ? "the number is too large for a sample" : "this is no number";
    return this.#cellProblem("bad-number", row, column, what, advice);
  }

  unknownClass(row: CellRow, column: number, value: number, coding: LabelCoding): ProblemError {
    const classes = CLASSES[schemeOf(coding)].map(({ code }, index) => `${numberOfClass(index, coding)} (${code})`).join(", ");
    const isFraction = Number.isFinite(value) && !Number.isInteger(value);
    return this.#cellProblem(
      isFraction ? "class-not-whole" : "unknown-class",
      row,
      column,
      isFraction ? "a class must be a whole number, and the class of a beat was expected here" : `there is no such class; the classes of this table are ${classes}`,
      "Correct the cell, or empty it if nobody classified this beat",
    );
  }

  tooManyBeats(row: CellRow, most: number): ProblemError {
    return new ProblemError("too-many-beats", `there are more than ${most.toLocaleString("en-US")} beats, which is more than fits into memory`, "Split the file and open its parts one by one", this.#place(row));
  }

  #cellProblem(code: string, row: CellRow, column: number, what: string, advice: string): ProblemError {
    return new ProblemError(code, what, advice, this.#place(row, { column: this.#columnTitle(column), value: cellText(row, column) }));
  }

  /** The header's name, or the number of the cell in its row; for a sample also which one of the beat it is. */
  #columnTitle(column: number): string {
    const { hasIndex, labelPlace, cellsPerRow } = this.#layout;
    const name = this.#names.at(column) ?? "";
    const title = name === "" ? `${column + 1}` : `“${name}”`;
    const firstSample = (hasIndex ? 1 : 0) + (labelPlace === "first" ? 1 : 0);
    const isSample = column >= firstSample && !(labelPlace === "last" && column === cellsPerRow - 1);
    return isSample ? `${title} (sample ${column - firstSample + 1})` : title;
  }

  /** A value with line breaks is quoted on one line. */
  #place(row: CellRow, { value, ...where }: Pick<Place, "column" | "value"> = {}): Place {
    const place = { file: this.#fileName, line: row.line, ...where };
    return value === undefined ? place : { ...place, value: value.replace(/\s+/g, " ") };
  }
}
