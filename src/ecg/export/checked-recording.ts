import type { RecordingBeats } from "../recording/recording-beats.ts";
import type { Lead, Recording } from "../recording/recording.ts";

/** The beats of one lead with what model and clinician called them: what an export is made of. */
export interface CheckedRecording {
  readonly recording: Pick<Recording, "samplingRateHz" | "startTime" | "annotations">;
  /** in which the beats were found */
  readonly lead: Pick<Lead, "unusable">;
  readonly beats: RecordingBeats;
  /** beats × CLASSES.aami */
  readonly probabilities: Float32Array<ArrayBuffer>;
  /** the class a clinician gave a beat, by beat: index into CLASSES.aami */
  readonly relabels: ReadonlyMap<number, number>;
}
