import type { Interval } from "../../ecg/metrics/intervals.ts";

/** Rows of cells as lines, each column padded to its widest cell. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column])).join("  ").trimEnd());
}

/** A figure with its interval, "0.958 [0.555, 0.987]"; "–" where it is undefined. */
export function figureText(value: number | null, interval: Interval | null, digits = 3): string {
  if (value === null) return "–";
  const text = value.toFixed(digits);
  return interval === null ? text : `${text} [${interval.low.toFixed(digits)}, ${interval.high.toFixed(digits)}]`;
}

export const countText = (count: number): string => count.toLocaleString("en-US");
