import type { TimeSpan } from "./recording-view.ts";

/** A span of this width with a moment in its middle, moved to lie within the recording where it can. */
export function spanAround(timeS: number, widthS: number, durationS: number): TimeSpan {
  const fromS = Math.max(0, Math.min(timeS - widthS / 2, durationS - widthS));
  return { fromS, toS: fromS + widthS };
}
