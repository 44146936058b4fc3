import type { StatedUnit } from "./import-guess.ts";

/** Whether the column holds RR intervals. */
export function isInterval(unit: StatedUnit): boolean {
  return unit === "rr-ms" || unit === "rr-s";
}
