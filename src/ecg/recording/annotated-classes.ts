import { matchPeaks } from "../metrics/match-peaks.ts";
import { UNLABELLED } from "../table.ts";
import { beatClassOf } from "./annotation-codes.ts";
import type { Annotations } from "./annotations.ts";

/** A detection at most so far from an annotated beat is that beat (ANSI/AAMI EC57). */
const TOLERANCE_MS = 150;

/**
 * The class, as index into CLASSES.aami, that somebody's marks give to each R peak; UNLABELLED where no beat is marked near it.
 * Null where the marks name no beats at all.
 */
export function annotatedClasses({ sample, code }: Annotations, peakSample: Uint32Array, samplingRateHz: number): Uint8Array<ArrayBuffer> | null {
  const beats = Uint32Array.from(code.keys()).filter((mark) => beatClassOf(code[mark]) !== null);
  if (beats.length === 0) return null;
  const classes = new Uint8Array(peakSample.length).fill(UNLABELLED);
  const { detectionOf } = matchPeaks(beats.map((mark) => sample[mark]), peakSample, (TOLERANCE_MS * samplingRateHz) / 1000);
  beats.forEach((mark, i) => {
    if (detectionOf[i] >= 0) classes[detectionOf[i]] = beatClassOf(code[mark]) ?? UNLABELLED;
  });
  return classes;
}
