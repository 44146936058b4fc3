import { loadLayersModel } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { ClassifyBeats } from "../recording-model.ts";
import { ARRHYTHMIA_SHAPES } from "./build.ts";
import { classProbabilities } from "./class-probabilities.ts";
import { beatFeatures, type BeatFeatures } from "./features.ts";
import { meta } from "./meta.ts";

/** The lowest rate that holds what the features look at. */
const LOWEST_RATE_HZ = 100;

export const classifyBeats: ClassifyBeats = async (beats, { readArtifact, signal, onProgress }) => {
  const backend = await chooseBackend();
  const { model, sha256 } = await loadLayersModel(readArtifact, meta.id, ARRHYTHMIA_SHAPES);
  try {
    const features = await beatFeatures(beats, { signal, onProgress });
    const probabilities = await classProbabilities(model, features, { signal, onProgress });
    return { probabilities, modelHash: sha256, backend: backend.name, warnings: warningsOf(features, beats.samplingRateHz) };
  } finally {
    model.dispose();
  }
};

function warningsOf({ count, marred, stretchesWithoutMean }: BeatFeatures, samplingRateHz: number): string[] {
  const warnings: string[] = [];
  if (count === 0) return warnings;
  if (stretchesWithoutMean > 0) warnings.push("Too few beats of one shape to know the patient’s usual beat: classes are uncertain.");
  if (marred > 0) {
    const beats = marred === 1 ? "1 beat lies" : `${marred.toLocaleString("en-US")} beats lie`;
    warnings.push(`${beats} at an end of the recording or in a stretch that cannot be used: compared with less certainty.`);
  }
  if (samplingRateHz < LOWEST_RATE_HZ) warnings.push(`At ${samplingRateHz} Hz the width of a QRS complex is not told surely; the model is meant for ${LOWEST_RATE_HZ} Hz and more.`);
  return warnings;
}
