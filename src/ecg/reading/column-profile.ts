import { quantile } from "../numeric/quantile.ts";
import type { Dialect } from "./dialect.ts";
import { parseLabel, UNREADABLE_LABEL } from "./label-cell.ts";
import { isMissingMark, parseNumber, UNREADABLE } from "./number-cell.ts";
import { parseClock, parseIso } from "./time-cell.ts";

/** What the cells of one column look like, over the first rows of a file. */
export interface ColumnProfile {
  /** the cells as numbers, NaN where missing or no number */
  readonly values: Float64Array;
  /** cells that are not missing */
  readonly filled: number;
  readonly numbers: number;
  readonly clocks: number;
  readonly isoDates: number;
  readonly labels: number;
  readonly distinct: number;
}

/** One profile per column; cells beyond a short row count as missing. */
export function profileColumns(rows: readonly (readonly string[])[], columnCount: number, { decimal }: Dialect): ColumnProfile[] {
  return Array.from({ length: columnCount }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => !isMissingMark(cell));
    const values = Float64Array.from(rows, (row) => {
      const cell = row[column] ?? "";
      const value = parseNumber(cell, 0, cell.length, decimal);
      return value === UNREADABLE ? NaN : value;
    });
    return {
      values,
      filled: cells.length,
      numbers: values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0),
      clocks: cells.filter((cell) => !Number.isNaN(parseClock(cell))).length,
      isoDates: cells.filter((cell) => !Number.isNaN(parseIso(cell))).length,
      labels: cells.filter((cell) => parseLabel(cell, 0, cell.length) !== UNREADABLE_LABEL).length,
      distinct: new Set(cells).size,
    };
  });
}

export function median(values: Float64Array): number {
  return quantile(values, 0.5);
}

/** The median of the differences of consecutive values that are above zero; NaN without any. */
export function medianStep(values: Float64Array): number {
  return median(differences(values).filter((step) => step > 0));
}

/** values[i] - values[i - 1], NaN for the first. */
export function differences(values: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(values, (value, i) => (i === 0 ? NaN : value - values[i - 1]));
}

export function isNumeric({ filled, numbers }: ColumnProfile): boolean {
  return numbers > 0 && numbers >= 0.5 * filled;
}

/** The share of known values for which `holds`; 0 without any. */
export function shareOf(values: Float64Array, holds: (value: number) => boolean): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? 0 : known.filter(holds).length / known.length;
}
