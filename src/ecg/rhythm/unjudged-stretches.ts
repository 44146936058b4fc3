import { mergeStretches, type Stretch } from "../recording/merge-stretches.ts";
import type { Lead, Recording } from "../recording/recording.ts";
import { flutterEpisodes } from "./flutter-episodes.ts";

/** Where no rhythm can be told in a lead: what is unusable, and marked ventricular flutter, which holds no single beats. */
export function unjudgedStretches({ annotations, sampleCount }: Pick<Recording, "annotations" | "sampleCount">, { unusable }: Pick<Lead, "unusable">): readonly Stretch[] {
  return annotations === null ? unusable : mergeStretches(unusable, flutterEpisodes(annotations, sampleCount));
}
