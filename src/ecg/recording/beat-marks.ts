import { matchPeaks } from "../metrics/match-peaks.ts";
import { beatClassOf } from "./annotation-codes.ts";
import type { Annotations } from "./annotations.ts";

/** A detection at most so far from an annotated beat is that beat (ANSI/AAMI EC57). */
export const BEAT_TOLERANCE_MS = 150;

/** In place of a mark's index where none is near a beat. */
export const NO_MARK = -1;

/** Index of the mark that somebody made of each beat, or NO_MARK. Null where the marks name no beats at all. */
export function beatMarks({ sample, code }: Annotations, peakSample: Uint32Array, samplingRateHz: number): Int32Array<ArrayBuffer> | null {
  const marks = Uint32Array.from(code.keys()).filter((mark) => beatClassOf(code[mark]) !== null);
  if (marks.length === 0) return null;
  const markOf = new Int32Array(peakSample.length).fill(NO_MARK);
  const { detectionOf } = matchPeaks(marks.map((mark) => sample[mark]), peakSample, (BEAT_TOLERANCE_MS * samplingRateHz) / 1000);
  marks.forEach((mark, i) => {
    if (detectionOf[i] >= 0) markOf[detectionOf[i]] = mark;
  });
  return markOf;
}
