import type { DriftFeature, FeatureColumns } from "../../ecg/drift/reference.ts";
import { samplesOf } from "../../ecg/beats/table.ts";
import { turns, type JobControl } from "../../ecg/progress.ts";
import type { BeatInput } from "../beat-model.ts";

export const BEAT_FEATURES: readonly DriftFeature[] = [
  { name: "Largest sample", resolution: 0.02 },
  { name: "Smallest sample", resolution: 0.02 },
  { name: "Mean of the samples", resolution: 0.01 },
  { name: "Standard deviation of the samples", resolution: 0.01 },
  { name: "Skewness of the samples", resolution: 0.05 },
  { name: "Roughness: change of slope from sample to sample, in standard deviations", resolution: 0.005 },
  { name: "Centre of the deflections, as a sample’s number", resolution: 1 },
  { name: "Samples before the beat stays at one value", resolution: 1 },
];

/** BEAT_FEATURES of each beat. Of a flat beat the standard deviation counts as 1 where it divides. Once aborted, throws the signal's reason. */
export async function beatFeatures(beats: BeatInput, { signal, onProgress }: JobControl): Promise<FeatureColumns> {
  const columns = BEAT_FEATURES.map(() => new Float64Array(beats.count));
  const turn = turns(signal, (done) => onProgress({ stage: "Comparing with the training data", done, total: beats.count, unit: "beats" }));
  for (let beat = 0; beat < beats.count; beat++) {
    await turn(beat);
    const figures = figuresOf(samplesOf(beats, beat));
    columns.forEach((column, feature) => (column[beat] = figures[feature]));
  }
  return columns;
}

/** In the order of BEAT_FEATURES. */
function figuresOf(samples: Float32Array): readonly number[] {
  const { length } = samples;
  let largest = -Infinity;
  let smallest = Infinity;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    largest = Math.max(largest, samples[i]);
    smallest = Math.min(smallest, samples[i]);
    sum += samples[i];
  }
  const mean = sum / length;
  let squares = 0;
  let cubes = 0;
  let bends = 0;
  let deflections = 0;
  let moment = 0;
  for (let i = 0; i < length; i++) {
    const deviation = samples[i] - mean;
    squares += deviation ** 2;
    cubes += deviation ** 3;
    deflections += Math.abs(deviation);
    moment += i * Math.abs(deviation);
    if (i > 0 && i < length - 1) bends += Math.abs(samples[i - 1] - 2 * samples[i] + samples[i + 1]);
  }
  const deviation = Math.sqrt(squares / length);
  const scale = deviation === 0 ? 1 : deviation;
  let last = length - 1;
  while (last > 0 && samples[last - 1] === samples[length - 1]) last--;
  return [largest, smallest, mean, deviation, cubes / length / scale ** 3, bends / (length - 2) / scale, deflections === 0 ? 0 : moment / deflections, last];
}
