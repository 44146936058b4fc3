import type { Sitting } from "./trainings.ts";

/** Seconds that a training still takes at most, told from its pace in this sitting; null before there is one. */
export function remainingS({ first, latest }: Sitting, nowMs: number): number | null {
  if (first === null || latest === null || latest.done <= first.progress.done) return null;
  return ((nowMs - first.atMs) / 1000 / (latest.done - first.progress.done)) * (latest.total - latest.done);
}
