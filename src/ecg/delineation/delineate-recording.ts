import { turns, type JobControl } from "../progress.ts";
import { delineate } from "./delineate.ts";
import { BOUNDARIES, NOT_FOUND, type Boundary, type Delineation } from "./delineation.ts";

const STRETCH_BEATS = 500;
/** A beat's waves depend on beats so near: on its neighbours alike, on theirs, and so on for each boundary that another one rests on. */
const OVERLAP_BEATS = 80;

/** What `delineate` finds, of a recording of any length: a stretch at a time. Throws what it throws; once aborted, the signal's reason. */
export async function delineateRecording(samplesMv: Float32Array, samplingRateHz: number, rPeaks: Uint32Array, { signal, onProgress }: JobControl): Promise<Delineation> {
  const count = rPeaks.length;
  const found = Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, new Int32Array(count).fill(NOT_FOUND)])) as Record<Boundary, Int32Array<ArrayBuffer>>;
  const turn = turns(signal, (done) => onProgress({ stage: "Finding P, QRS and T", done, total: count, unit: "beats" }));
  for (let from = 0; from < count; from += STRETCH_BEATS) {
    await turn(from);
    const to = Math.min(count, from + STRETCH_BEATS);
    const first = Math.max(0, from - OVERLAP_BEATS);
    const stretch = delineate(samplesMv, samplingRateHz, rPeaks.subarray(first, Math.min(count, to + OVERLAP_BEATS)));
    for (const boundary of BOUNDARIES) found[boundary].set(stretch[boundary].subarray(from - first, to - first), from);
  }
  return found;
}
