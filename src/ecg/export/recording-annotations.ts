import { CLASSES } from "../beats/classes.ts";
import { likeliestClasses } from "../metrics/multi-class.ts";
import { annotationCodeOf, beatClassOf } from "../recording/annotation-codes.ts";
import type { Annotations } from "../recording/annotations.ts";
import { beatMarks, NO_MARK } from "../recording/beat-marks.ts";
import { wfdbRecordName } from "../recording/record-name.ts";
import type { Recording } from "../recording/recording.ts";
import type { CheckedRecording } from "./checked-recording.ts";

/** The annotator that the marks go under: `rdann -r RECORD -a isoline` prints them, `bxb -r RECORD -a atr isoline` compares them. */
const ANNOTATOR = "isoline";

/** The library that reads the file counts a text's bytes in one byte. */
const LONGEST_TEXT_BYTES = 255;

/** One line of the marks written. */
interface Mark {
  readonly sample: number;
  readonly code: number;
  readonly subtype: number;
  readonly text: string;
}

/**
 * Marks for an annotation file, in the order of time: each beat at its R peak with the code of its class (N, S, V, F, Q), the
 * clinician's before the model's, and everything that the file marks beside beats (changes of rhythm, noise, flutter, comments)
 * where it stood. A beat that the file gave a finer code of the same class (L, A, /, …) keeps that. Beats come after other
 * marks of the same sample.
 */
export function recordingAnnotations({ recording: { samplingRateHz, annotations }, beats: { peakSample }, probabilities, relabels }: CheckedRecording): Annotations {
  const predicted = likeliestClasses(probabilities, CLASSES.aami.length);
  const markOf = annotations && beatMarks(annotations, peakSample, samplingRateHz);
  const beats = Array.from(peakSample, (sample, beat): Mark => {
    const classIndex = relabels.get(beat) ?? predicted[beat];
    const mark = markOf === null ? NO_MARK : markOf[beat];
    if (annotations !== null && mark !== NO_MARK && beatClassOf(annotations.code[mark]) === classIndex) return { ...markAt(annotations, mark), sample };
    return { sample, code: codeOfClass(classIndex), subtype: 0, text: "" };
  });
  const others = annotations === null ? [] : Array.from(annotations.code.keys()).filter((mark) => beatClassOf(annotations.code[mark]) === null).map((mark) => markAt(annotations, mark));
  return asAnnotations([...others, ...beats].sort((a, b) => a.sample - b.sample));
}

/** Where WFDB looks for the marks: in the file `record.annotator`. */
export interface AnnotationName {
  readonly record: string;
  readonly annotator: string;
}

/** The WFDB record's own name, so that the file lies beside its header; of other forms a record's name made of the check's. */
export function annotationName({ files }: Pick<Recording, "files">, checkName: string): AnnotationName {
  const ownName = wfdbRecordName(files);
  if (ownName !== null) return { record: ownName, annotator: ANNOTATOR };
  // What WFDB allows in the name of a record.
  const record = checkName.replace(/\.[^.]{1,5}$/, "").normalize("NFKD").replaceAll(/\p{M}/gu, "").replaceAll(/[^\w-]+/g, "_").replaceAll(/^_+|(?<!_)_+$/g, "");
  return { record: record === "" ? "recording" : record, annotator: ANNOTATOR };
}

function codeOfClass(classIndex: number): number {
  const { code } = CLASSES.aami[classIndex];
  const written = annotationCodeOf(code);
  if (written === null) throw new RangeError(`WFDB has no code for beats of class ${code}.`);
  return written;
}

function markAt({ sample, code, subtype, text }: Annotations, mark: number): Mark {
  return { sample: sample[mark], code: code[mark], subtype: subtype[mark], text: cutText(text.get(mark) ?? "") };
}

/** As many whole characters as the format has room for: notes of other formats can be longer. */
function cutText(text: string): string {
  const bytes = new Uint8Array(LONGEST_TEXT_BYTES);
  return text.slice(0, new TextEncoder().encodeInto(text, bytes).read);
}

function asAnnotations(marks: readonly Mark[]): Annotations {
  return {
    sample: Uint32Array.from(marks, ({ sample }) => sample),
    code: Uint8Array.from(marks, ({ code }) => code),
    subtype: Int8Array.from(marks, ({ subtype }) => subtype),
    text: new Map(marks.flatMap(({ text }, i): [number, string][] => (text === "" ? [] : [[i, text]]))),
  };
}
