import { UNLABELLED } from "../table.ts";
import { isMissingMark } from "./number-cell.ts";

/** What `parseLabel` makes of a cell that is neither a label nor empty. */
export const UNREADABLE_LABEL = 254;

const LABELS = new Map<string, 0 | 1>([
  ["0", 0], ["0.0", 0], ["0,0", 0], ["false", 0], ["normal", 0],
  ["1", 1], ["1.0", 1], ["1,0", 1], ["true", 1], ["anomaly", 1], ["anomalous", 1], ["abnormal", 1],
]);

/** 0, 1, UNLABELLED or UNREADABLE_LABEL for text.slice(start, end), a cell without spaces around it; case does not matter. */
export function parseLabel(text: string, start: number, end: number): number {
  if (end - start === 1) {
    const digit = text.charCodeAt(start) - 48;
    if (digit === 0 || digit === 1) return digit;
  }
  const cell = text.slice(start, end);
  return LABELS.get(cell.toLowerCase()) ?? (isMissingMark(cell) ? UNLABELLED : UNREADABLE_LABEL);
}
