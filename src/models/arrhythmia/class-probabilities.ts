import type * as tf from "@tensorflow/tfjs";
import type { JobControl } from "../../ecg/progress.ts";
import { predictInBatches } from "../backends/predict-in-batches.ts";
import { FEATURES, type BeatFeatures } from "./features.ts";

const BATCH_SIZE = 1024;

/** count × CLASSES.aami, by the ensemble or one member. */
export function classProbabilities(model: tf.LayersModel, { count, values }: BeatFeatures, control: JobControl): Promise<Float32Array<ArrayBuffer>> {
  const read = (index: number, input: Float32Array) => input.set(values.subarray(index * FEATURES.length, (index + 1) * FEATURES.length));
  return predictInBatches(model, { count, read }, { ...control, stage: "Classifying beats", batchSize: BATCH_SIZE });
}
