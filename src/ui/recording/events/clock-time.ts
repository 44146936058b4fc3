import { formatClock } from "../../shared/format.ts";

/** The second of a recording that a moment lies in: 581.9 → "0:09:41" */
export function clockTime(timeS: number): string {
  return formatClock(Math.floor(timeS)).replace(/\.0$/, "");
}
