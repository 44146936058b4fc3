import * as tf from "@tensorflow/tfjs";

/** A copy of all weights, trainable or not. */
export function readWeights(model: tf.LayersModel): Promise<Float32Array[]> {
  return Promise.all(model.getWeights().map(async (weight) => new Float32Array(await weight.data())));
}

/** Puts a copy back. */
export function writeWeights(model: tf.LayersModel, values: readonly Float32Array[]): void {
  tf.tidy(() => model.setWeights(model.getWeights().map((weight, index) => tf.tensor(values[index], weight.shape))));
}
