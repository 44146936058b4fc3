import { CLASSES } from "../../beats/classes.ts";
import { UNLABELLED } from "../../table.ts";
import { isMissingMark, parseNumber, type DecimalMark } from "../number-cell.ts";
import { classIndexOf, schemeOf, type LabelCoding } from "./label-coding.ts";

/** What a cell that names no class of its scheme becomes. */
export const UNKNOWN_CLASS = 254;

const WRAPPED = /^b?(['"])(.*)\1$/;

/** A nominal value of an ARFF file, `'1'`, or what Python prints for one that SciPy read, `b'1'`, as 1. */
export function unwrapped(cell: string): string {
  return WRAPPED.exec(cell)?.[2].trim() ?? cell;
}

/** The class that a file's number stands for, as an index into the classes of the coding's scheme, or UNKNOWN_CLASS. */
export function classOfNumber(number: number, coding: LabelCoding): number {
  const index = classIndexOf(number, coding);
  return index < 0 ? UNKNOWN_CLASS : index;
}

/** A class as number or code ("V"), quoted or not; UNLABELLED where the cell is empty, UNKNOWN_CLASS for anything else. */
export function parseClass(cell: string, coding: LabelCoding, decimal: DecimalMark): number {
  const bare = unwrapped(cell);
  if (isMissingMark(bare)) return UNLABELLED;
  const named = CLASSES[schemeOf(coding)].findIndex(({ code }) => code.toLowerCase() === bare.toLowerCase());
  return named >= 0 ? named : classOfNumber(parseNumber(bare, 0, bare.length, decimal), coding);
}
