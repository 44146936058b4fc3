import * as tf from "@tensorflow/tfjs";
import { type JobControl, pause } from "../../ecg/progress.ts";

export interface Inputs {
  readonly count: number;
  /** Writes input `index` (0 … count − 1), flat, into the view; every element is to be set. */
  readonly read: (index: number, input: Float32Array) => void;
}

export interface PredictOptions extends JobControl {
  /** what is computed, as progress names it */
  readonly stage: string;
  readonly batchSize: number;
}

/**
 * The model's outputs for all inputs, one after another: count × numbers per output. The model has one input and one
 * output. Every batch has the same shape, the last one padded with zeros, since on WebGL each new shape costs textures.
 * Gives messages a turn after each batch; throws the signal's reason when aborted; leaves no tensor behind.
 */
export async function predictInBatches(
  model: tf.LayersModel,
  { count, read }: Inputs,
  { batchSize, stage, signal, onProgress }: PredictOptions,
): Promise<Float32Array<ArrayBuffer>> {
  const inputShape = exampleShape(model.inputs[0]);
  const inputSize = tf.util.sizeFromShape(inputShape);
  const outputSize = tf.util.sizeFromShape(exampleShape(model.outputs[0]));
  const outputs = new Float32Array(count * outputSize);
  const batch = new Float32Array(batchSize * inputSize);
  const batches = Math.ceil(count / batchSize);

  for (let done = 0; done < batches; done++) {
    onProgress({ stage, done, total: batches, unit: "batches" });
    await pause(signal);
    const start = done * batchSize;
    const filled = Math.min(batchSize, count - start);
    for (let slot = 0; slot < filled; slot++) read(start + slot, batch.subarray(slot * inputSize, (slot + 1) * inputSize));
    batch.fill(0, filled * inputSize);
    const output = tf.tidy(() => model.apply(tf.tensor(batch, [batchSize, ...inputShape]), { training: false }) as tf.Tensor);
    try {
      outputs.set((await output.data<"float32">()).subarray(0, filled * outputSize), start * outputSize);
    } finally {
      output.dispose();
    }
  }
  onProgress({ stage, done: batches, total: batches, unit: "batches" });
  return outputs;
}

/** The shape without the batch. A model with other open dimensions cannot run in fixed shapes: an error. */
function exampleShape({ name, shape }: tf.SymbolicTensor): number[] {
  return shape.slice(1).map((size) => {
    if (size === null) throw new Error(`${name} has an open dimension: [${shape.join(", ")}].`);
    return size;
  });
}
