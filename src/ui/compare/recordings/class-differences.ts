import type { LoadedRecordingCheck } from "../../../db/records.ts";
import { CLASSES, type BeatClass } from "../../../ecg/beats/classes.ts";
import { matchPeaks } from "../../../ecg/metrics/match-peaks.ts";
import { likeliestClasses, type ConfusionMatrix } from "../../../ecg/metrics/multi-class.ts";

/** Nothing found within the tolerance: stands beside the classes of CLASSES.aami in rows and columns. */
export const NOTHING = CLASSES.aami.length;
export const CLASSES_OR_NOTHING: readonly BeatClass[] = [...CLASSES.aami, { code: "–", name: "No beat found there" }];

/** A beat that two checks of a recording name differently, or that only one of them found. */
export interface DifferingBeat {
  readonly timeS: number;
  /** of the first and of the second check: index of the beat, null where it found none, and its class or NOTHING */
  readonly beat: readonly [first: number | null, second: number | null];
  readonly beatClass: readonly [first: number, second: number];
}

export interface ClassDifferences {
  /** beats by class in the first check (rows) and in the second (columns) */
  readonly matrix: ConfusionMatrix;
  /** in the order of time */
  readonly differing: readonly DifferingBeat[];
}

/** Beats found at most so far apart are one beat, as with annotated ones. */
const TOLERANCE_MS = 150;

/** What is compared of a check. */
type Classified = Pick<LoadedRecordingCheck, "beats" | "probabilities"> & { readonly recording: Pick<LoadedRecordingCheck["recording"], "samplingRateHz"> };

/** What two checks of one recording make of its beats, before any relabelling: the leads, and so the beats, may be others. */
export function classDifferences(first: Classified, second: Classified): ClassDifferences {
  const { samplingRateHz } = first.recording;
  const [a, b] = [first, second].map(({ beats: { peakSample }, probabilities }) => ({ peakSample, classes: likeliestClasses(probabilities, CLASSES.aami.length) }));
  const { detectionOf } = matchPeaks(a.peakSample, b.peakSample, Math.round((TOLERANCE_MS * samplingRateHz) / 1000));
  const matrix = CLASSES_OR_NOTHING.map(() => CLASSES_OR_NOTHING.map(() => 0));
  const differing: DifferingBeat[] = [];
  const count = (beat: DifferingBeat["beat"], sample: number) => {
    const beatClass = [beat[0] === null ? NOTHING : a.classes[beat[0]], beat[1] === null ? NOTHING : b.classes[beat[1]]] as const;
    matrix[beatClass[0]][beatClass[1]]++;
    if (beatClass[0] !== beatClass[1]) differing.push({ timeS: sample / samplingRateHz, beat, beatClass });
  };
  const isMatched = new Uint8Array(b.peakSample.length);
  a.peakSample.forEach((sample, beat) => {
    const other = detectionOf[beat];
    if (other >= 0) isMatched[other] = 1;
    count([beat, other < 0 ? null : other], sample);
  });
  b.peakSample.forEach((sample, beat) => {
    if (isMatched[beat] === 0) count([null, beat], sample);
  });
  return { matrix, differing: differing.sort((one, other) => one.timeS - other.timeS) };
}
