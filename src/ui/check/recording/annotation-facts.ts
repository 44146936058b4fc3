import { CLASSES } from "../../../ecg/beats/classes.ts";
import { annotationCodeOf, beatClassOf } from "../../../ecg/recording/annotation-codes.ts";
import type { Annotations } from "../../../ecg/recording/annotations.ts";

/** What somebody's marks on a recording hold, in numbers. */
export interface AnnotationFacts {
  readonly beats: number;
  /** how many beats of each class of CLASSES.aami */
  readonly perClass: readonly number[];
  /** rhythms as written ("AFIB"), in the order in which they first come */
  readonly rhythms: readonly string[];
  readonly otherMarks: number;
}

const RHYTHM_CODE = annotationCodeOf("+");

export function annotationFacts({ code, text }: Annotations): AnnotationFacts {
  const perClass = CLASSES.aami.map(() => 0);
  const rhythms = new Set<string>();
  let beats = 0;
  let otherMarks = 0;
  code.forEach((mark, i) => {
    const beatClass = beatClassOf(mark);
    const rhythm = mark === RHYTHM_CODE ? (text.get(i) ?? "").replace(/^\(/, "").trim() : "";
    if (beatClass !== null) {
      beats++;
      perClass[beatClass]++;
    } else if (rhythm !== "") rhythms.add(rhythm);
    else otherMarks++;
  });
  return { beats, perClass, rhythms: [...rhythms], otherMarks };
}
