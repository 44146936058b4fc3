import { UNLABELLED } from "../table.ts";
import { beatClassOf } from "./annotation-codes.ts";
import type { Annotations } from "./annotations.ts";
import { beatMarks, NO_MARK } from "./beat-marks.ts";

/**
 * The class, as index into CLASSES.aami, that somebody's marks give to each R peak; UNLABELLED where no beat is marked near it.
 * Null where the marks name no beats at all.
 */
export function annotatedClasses(annotations: Annotations, peakSample: Uint32Array, samplingRateHz: number): Uint8Array<ArrayBuffer> | null {
  const marks = beatMarks(annotations, peakSample, samplingRateHz);
  return marks && Uint8Array.from(marks, (mark) => (mark === NO_MARK ? UNLABELLED : (beatClassOf(annotations.code[mark]) ?? UNLABELLED)));
}
