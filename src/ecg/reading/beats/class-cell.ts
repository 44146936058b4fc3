import { CLASSES, type LabelScheme } from "../../beats/classes.ts";
import { UNLABELLED } from "../../table.ts";
import { isMissingMark, parseNumber, type DecimalMark } from "../number-cell.ts";

/** What a cell that names no class of the scheme becomes. */
export const UNKNOWN_CLASS = 254;

const WRAPPED = /^b?(['"])(.*)\1$/;

/** A nominal value of an ARFF file, `'1'`, or what Python prints for one that SciPy read, `b'1'`, as 1. */
export function unwrapped(cell: string): string {
  return WRAPPED.exec(cell)?.[2].trim() ?? cell;
}

/** The class that a file's number stands for, as an index into CLASSES[scheme], or UNKNOWN_CLASS. */
export function classOfNumber(number: number, scheme: LabelScheme): number {
  const index = indexOfNumber(number, scheme);
  return Number.isInteger(index) && index >= 0 && index < CLASSES[scheme].length ? index : UNKNOWN_CLASS;
}

/** The number that stands for class `index` in a file. */
export function numberOfClass(index: number, scheme: LabelScheme): number {
  switch (scheme) {
    case "aami":
      return index;
    case "ecg5000":
      return index + 1;
    case "binary":
      return 1 - index;
  }
}

/** A class as number or code ("V"), quoted or not; UNLABELLED where the cell is empty, UNKNOWN_CLASS for anything else. */
export function parseClass(cell: string, scheme: LabelScheme, decimal: DecimalMark): number {
  const bare = unwrapped(cell);
  if (isMissingMark(bare)) return UNLABELLED;
  const named = CLASSES[scheme].findIndex(({ code }) => code.toLowerCase() === bare.toLowerCase());
  return named >= 0 ? named : classOfNumber(parseNumber(bare, 0, bare.length, decimal), scheme);
}

function indexOfNumber(number: number, scheme: LabelScheme): number {
  switch (scheme) {
    case "aami":
      return number;
    case "ecg5000":
      return number - 1;
    case "binary":
      return 1 - number;
  }
}
