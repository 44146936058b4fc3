import type * as tf from "@tensorflow/tfjs";
import type { JobControl } from "../../ecg/progress.ts";
import { predictInBatches } from "../backends/predict-in-batches.ts";
import type { BeatInput } from "../beat-model.ts";

/** The model's reconstruction of each beat, laid out as the beats are. */
export function reconstruct(model: tf.LayersModel, { count, samples, samplesPerBeat }: BeatInput, options: JobControl & { readonly batchSize: number }): Promise<Float32Array<ArrayBuffer>> {
  const read = (beat: number, input: Float32Array) => input.set(samples.subarray(beat * samplesPerBeat, (beat + 1) * samplesPerBeat));
  return predictInBatches(model, { count, read }, { ...options, stage: "Reconstructing beats" });
}

/** Of each beat, the absolute differences from its reconstruction, summed over its samples. */
export function reconstructionErrors({ count, samples, samplesPerBeat }: BeatInput, reconstruction: Float32Array): Float32Array<ArrayBuffer> {
  const errors = new Float32Array(count);
  for (let beat = 0; beat < count; beat++) {
    let sum = 0;
    for (let i = beat * samplesPerBeat; i < (beat + 1) * samplesPerBeat; i++) sum += Math.abs(samples[i] - reconstruction[i]);
    errors[beat] = sum;
  }
  return errors;
}
