import { CLASSES } from "../../ecg/beats/classes.ts";
import { likeliestClasses } from "../../ecg/metrics/multi-class.ts";
import { annotatedClasses } from "../../ecg/recording/annotated-classes.ts";
import type { LoadedRecordingCheck } from "../../db/records.ts";
import type { BeatLabels } from "./recording-view.ts";

/** What the model, the file and the clinician call each beat. */
export function beatLabels({ recording, beats, probabilities }: LoadedRecordingCheck, relabels: ReadonlyMap<number, number>): BeatLabels {
  const classes = CLASSES.aami.length;
  const predicted = likeliestClasses(probabilities, classes);
  const current = predicted.slice();
  for (const [beat, classIndex] of relabels) current[beat] = classIndex;
  return {
    predicted,
    confidence: Float32Array.from(predicted, (index, beat) => probabilities[beat * classes + index]),
    truth: recording.annotations === null ? null : annotatedClasses(recording.annotations, beats.peakSample, recording.samplingRateHz),
    relabels,
    current,
  };
}
