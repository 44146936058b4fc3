import { NORMAL } from "../../ecg/beats/classes.ts";
import { NO_COUNTS, type Confusion } from "../../ecg/metrics/confusion.ts";
import { UNLABELLED } from "../../ecg/table.ts";

export interface BeatCounts {
  /** beats predicted anomalous: of any class but the normal one */
  readonly predicted: number;
  /** over the labelled beats, all but normal taken as anomalous; null without a labelled one */
  readonly confusion: Confusion | null;
}

/** Counts predictions (`predictedClasses`) and how they agree with the file's labels; both arrays have one value a beat. */
export function countBeats(predictedClass: Uint8Array, label: Uint8Array): BeatCounts {
  const counts = { ...NO_COUNTS };
  let predicted = 0;
  let labelled = 0;
  predictedClass.forEach((index, beat) => {
    const isPredicted = index !== NORMAL;
    if (isPredicted) predicted++;
    if (label[beat] === UNLABELLED) return;
    labelled++;
    counts[outcome(label[beat] !== NORMAL, isPredicted)]++;
  });
  return { predicted, confusion: labelled === 0 ? null : counts };
}

function outcome(isTrue: boolean, isPredicted: boolean): keyof Confusion {
  if (isTrue) return isPredicted ? "truePositive" : "falseNegative";
  return isPredicted ? "falsePositive" : "trueNegative";
}
