import { beatClassOf } from "./annotation-codes.ts";
import type { Annotations } from "./annotations.ts";

export interface AnnotatedBeats {
  /** ascending */
  readonly sample: Uint32Array<ArrayBuffer>;
  /** index into CLASSES.aami, one entry a beat */
  readonly beatClass: Uint8Array<ArrayBuffer>;
}

/** The marks that are of beats, with their classes; of two at one sample, the first. */
export function annotatedBeats({ sample, code }: Annotations): AnnotatedBeats {
  const marks = Uint32Array.from(code.keys()).filter((mark) => beatClassOf(code[mark]) !== null && (mark === 0 || sample[mark] > sample[mark - 1] || beatClassOf(code[mark - 1]) === null));
  return { sample: marks.map((mark) => sample[mark]), beatClass: Uint8Array.from(marks, (mark) => beatClassOf(code[mark]) ?? 0) };
}
