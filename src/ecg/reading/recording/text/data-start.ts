import { isMissingMark, parseNumber, UNREADABLE } from "../../number-cell.ts";
import { parseClockTime, parseDateTime } from "./moment-cell.ts";

/** Lines above the samples are looked through up to here. */
const MOST_NOTE_LINES = 1000;
/** Numbers in so many lines on end are no note. */
const LINES_OF_DATA = 6;
/** No cell holds anything. */
const EMPTY = /^[\s,;]*$/;
const COMMENT = /^\s*(?:#|%|\/\/)/;

/**
 * The 0-based line on which the samples begin: the first of several on end that are mostly numbers and times. `lines` are
 * the file's first. -1 where there is none.
 */
export function findDataStart(lines: readonly string[]): number {
  let run: number[] = [];
  for (let at = 0; at < Math.min(lines.length, MOST_NOTE_LINES + LINES_OF_DATA); at++) {
    if (EMPTY.test(lines[at]) && run.length > 0) continue;
    if (!isData(lines[at])) run = [];
    else if (run.push(at) === LINES_OF_DATA) return run[0];
  }
  return lines.length <= MOST_NOTE_LINES ? (run[0] ?? -1) : -1;
}

function isData(line: string): boolean {
  if (COMMENT.test(line)) return false;
  const words = line.split(/[\s,;]+/).map((word) => word.replaceAll(/^['"[(]+|(?<!['"\])])['"\])]+$/g, "")).filter((word) => word !== "");
  const numbers = words.filter(isNumberOrTime);
  const missing = words.filter((word) => isMissingMark(word));
  return numbers.length + missing.length > 0.5 * words.length && (numbers.length > 0 || /nan/i.test(line));
}

function isNumberOrTime(word: string): boolean {
  const number = parseNumber(word, 0, word.length, ".");
  if (number !== UNREADABLE) return !Number.isNaN(number);
  return !Number.isNaN(parseClockTime(word)) || !Number.isNaN(parseDateTime(word));
}
