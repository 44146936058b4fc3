import { matchPeaks } from "../metrics/match-peaks.ts";
import { UNLABELLED } from "../table.ts";
import { annotatedBeats } from "./annotated-beats.ts";
import type { Annotations } from "./annotations.ts";
import { BEAT_TOLERANCE_MS } from "./beat-marks.ts";
import type { Lead } from "./recording.ts";

/** R peaks with what somebody says of them. */
export interface LabelledPeaks {
  /** ascending */
  readonly peakSample: Uint32Array<ArrayBuffer>;
  /** index into CLASSES.aami, or UNLABELLED */
  readonly beatClass: Uint8Array<ArrayBuffer>;
}

/** One lead of a recording, which is taken for a patient, with the classes of its beats: to learn from or to measure on. */
export interface LabelledLead extends LabelledPeaks {
  /** of the recording */
  readonly name: string;
  readonly lead: Lead;
  readonly samplingRateHz: number;
  /** whether its marks name a rhythm without P waves */
  readonly isFibrillating: boolean;
}

/** What is known of a lead's beats. */
export interface BeatWords {
  /** the file's; null where it has none, or where they are not to count */
  readonly annotations: Annotations | null;
  /** R peaks that were found, ascending; none where nobody looked */
  readonly found: Uint32Array<ArrayBuffer>;
  /** the class that a clinician gave a beat, by its index in `found` */
  readonly given: ReadonlyMap<number, number>;
  readonly samplingRateHz: number;
}

/**
 * The file's beats, corrected by the clinician: a beat that was given a class has it, also where the file marks none. Without
 * a beat of the file's, the beats are those that were found, of which the others are unlabelled: they still say what the
 * rhythm about a labelled one is.
 */
export function labelledPeaks({ annotations, found, given, samplingRateHz }: BeatWords): LabelledPeaks {
  const { sample, beatClass } = annotations === null ? { sample: new Uint32Array(), beatClass: new Uint8Array() } : annotatedBeats(annotations);
  if (sample.length === 0) return { peakSample: found, beatClass: Uint8Array.from(found, (_, beat) => given.get(beat) ?? UNLABELLED) };
  const classAt = new Map(Array.from(sample, (at, mark) => [at, beatClass[mark]]));
  const { detectionOf } = matchPeaks(sample, found, (BEAT_TOLERANCE_MS * samplingRateHz) / 1000);
  const markOf = new Map(Array.from(detectionOf, (beat, mark) => [beat, mark]));
  for (const [beat, own] of given) {
    const mark = markOf.get(beat);
    classAt.set(mark === undefined ? found[beat] : sample[mark], own);
  }
  const peakSample = Uint32Array.from(classAt.keys()).sort();
  return { peakSample, beatClass: Uint8Array.from(peakSample, (at) => classAt.get(at) ?? UNLABELLED) };
}

/** The class of each R peak that was found, by the labelled beat near it (ANSI/AAMI EC57); UNLABELLED where there is none. */
export function classesAt({ peakSample, beatClass }: LabelledPeaks, found: Uint32Array, samplingRateHz: number): Uint8Array<ArrayBuffer> {
  const classes = new Uint8Array(found.length).fill(UNLABELLED);
  const { detectionOf } = matchPeaks(peakSample, found, (BEAT_TOLERANCE_MS * samplingRateHz) / 1000);
  detectionOf.forEach((beat, label) => {
    if (beat >= 0) classes[beat] = beatClass[label];
  });
  return classes;
}

/** The marks of a rhythm without P waves begin with one of these. */
const FIBRILLATION_MARKS = ["(AFIB", "(AFL"];

/** Whether somebody marked atrial fibrillation or flutter anywhere. */
export function marksFibrillation(annotations: Annotations | null): boolean {
  return annotations !== null && Array.from(annotations.text.values()).some((text) => FIBRILLATION_MARKS.some((mark) => text.startsWith(mark)));
}
