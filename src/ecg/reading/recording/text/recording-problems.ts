import { cellText, cellTexts, type CellRow } from "../../cell-row.ts";
import { ProblemError, type Place } from "../../../problem.ts";
import { malformedQuoteProblem } from "../../row-splitter.ts";
import type { RecordingHead } from "./recording-head.ts";

/** The errors of single rows: each names file, line, column and value, and says what to do. */
export class RecordingProblems {
  readonly #head: RecordingHead;

  constructor(head: RecordingHead) {
    this.#head = head;
  }

  malformedQuote(row: CellRow): ProblemError {
    return malformedQuoteProblem(this.#place(row.line, { value: cellTexts(row).find((cell) => cell.includes('"')) ?? cellText(row, 0) }));
  }

  ragged(row: CellRow): ProblemError {
    const columns = this.#head.columns.length;
    return new ProblemError(
      "ragged",
      `this line has ${row.count} ${row.count === 1 ? "cell" : "cells"} and the first rows have ${columns}`,
      "Leave the cell of a missing sample empty rather than out, or remove the line",
      this.#place(row.line, { value: cellTexts(row).join(" | ") }),
    );
  }

  badSample(row: CellRow, column: number): ProblemError {
    const cell = cellText(row, column);
    const isTooLarge = /\d/.test(cell) && /^[+-]?[\d.,]+(?:e[+-]?\d+)?$/i.test(cell);
    const what = isTooLarge ? "the number is too large for a sample" : "this is no number";
    return new ProblemError("bad-number", what, "Correct the cell, or empty it if the sample is missing", this.#place(row.line, { column: this.#title(column), value: cell }));
  }

  badTime(row: CellRow, column: number): ProblemError {
    return new ProblemError("bad-time", "this is not written as the other times in the column are", "Write the time as in the other rows, or remove the row", this.#place(row.line, { column: this.#title(column), value: cellText(row, column) }));
  }

  timeBackwards(line: number, column: number, value: string): ProblemError {
    return new ProblemError(
      "time-backwards",
      "the time goes backwards here, as when recordings are joined in one file",
      "Put the rows in the order of time, or open the parts apart",
      this.#place(line, { column: this.#title(column), value }),
    );
  }

  #title(column: number): string {
    const name = this.#head.names[column];
    return name === "" ? `${column + 1}` : `“${name}”`;
  }

  #place(line: number, { value, ...where }: Pick<Place, "column" | "value">): Place {
    const place = { file: this.#head.file.name, line, ...where };
    return value === undefined ? place : { ...place, value: value.replace(/\s+/g, " ") };
  }
}
