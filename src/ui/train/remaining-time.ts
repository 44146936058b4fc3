import type { Sitting } from "./trainings.ts";

/** Seconds that a training still takes at most, told from its pace since this sitting began; null before there is one. */
export function remainingS({ startedMs, first, latest }: Sitting, nowMs: number): number | null {
  if (first === null || latest === null || latest.done <= first.done) return null;
  return ((nowMs - startedMs) / 1000 / (latest.done - first.done)) * (latest.total - latest.done);
}
