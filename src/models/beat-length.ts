import { ProblemError } from "../ecg/problem.ts";
import type { BeatInput, BeatModelMeta } from "./beat-model.ts";

/** Throws the ProblemError "wrong-beat-length" for beats that are not of the model's length. */
export function refuseOtherLength({ name, samplesPerBeat }: Pick<BeatModelMeta, "name" | "samplesPerBeat">, beats: Pick<BeatInput, "samplesPerBeat">): void {
  if (beats.samplesPerBeat === samplesPerBeat) return;
  throw new ProblemError(
    "wrong-beat-length",
    `${name} takes beats of ${samplesPerBeat} samples, and these have ${beats.samplesPerBeat}`,
    "Choose a model for beats of this length, or open the file again and state its sampling rate, so that beats are resampled",
  );
}
