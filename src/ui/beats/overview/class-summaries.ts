import { classMeans, type ClassMean } from "../../../ecg/beats/class-means.ts";
import { NORMAL, type BeatClass } from "../../../ecg/beats/classes.ts";
import type { Beats } from "../../../ecg/beats/table.ts";
import type { Predictions } from "../beat-view.ts";

/** How many beats are of a class, and what they look like together; `mean` is null without beats. */
export interface ClassBeats {
  readonly count: number;
  readonly mean: ClassMean | null;
}

/** The beats of one class, as the file has it and as the model predicts it; null where it does not name the class. */
export interface ClassSummary {
  readonly beatClass: BeatClass;
  readonly isAnomalous: boolean;
  readonly truth: ClassBeats | null;
  readonly predicted: ClassBeats | null;
}

/** The classes of a check: first those that file and model both name, then the anomalous ones that only one of them tells apart. */
export function classSummaries(beats: Beats, { fileClasses, modelClasses, comparison, truth, predicted }: Predictions): ClassSummary[] {
  const summaries = (classes: readonly BeatClass[], own: { readonly truth: Uint8Array | null; readonly predicted: Uint8Array | null }) => {
    const beatsOf = (labels: Uint8Array | null) => labels && classMeans(beats, labels, classes.length).map((mean) => ({ count: mean?.count ?? 0, mean }));
    const trueBeats = beatsOf(own.truth);
    const predictedBeats = beatsOf(own.predicted);
    return classes.map((beatClass, index) => ({
      beatClass,
      isAnomalous: index !== NORMAL,
      truth: trueBeats && trueBeats[index],
      predicted: predictedBeats && predictedBeats[index],
    }));
  };
  const anomalous = (all: ClassSummary[]) => all.filter(({ isAnomalous }) => isAnomalous);
  return [
    ...summaries(comparison.classes, { truth: fileClasses && comparison.truth, predicted: comparison.predicted }),
    ...(fileClasses === null || fileClasses === comparison.classes ? [] : anomalous(summaries(fileClasses, { truth, predicted: null }))),
    ...(modelClasses === comparison.classes ? [] : anomalous(summaries(modelClasses, { truth: null, predicted }))),
  ];
}
