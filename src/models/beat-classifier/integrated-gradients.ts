import * as tf from "@tensorflow/tfjs";

/** Points of the path at which the gradient is taken, as midpoints of as many equal steps. */
const STEPS = 64;

/**
 * Integrated gradients (Sundararajan et al., 2017): how much each sample of `beat` raised the probability of the class
 * above what the network gives for a flat line at zero. They sum to that difference, up to the error of a sum of
 * 64 steps. `model` takes [batch, samples, 1] and gives [batch, classes].
 */
export async function integratedGradients(model: tf.LayersModel, beat: Float32Array, classIndex: number): Promise<Float32Array<ArrayBuffer>> {
  const values = tf.tidy(() => {
    const input = tf.tensor3d(beat, [1, beat.length, 1]);
    const shares = tf.range(0.5, STEPS).div(STEPS).reshape([STEPS, 1, 1]);
    const probability = (path: tf.Tensor) =>
      tf.slice(model.apply(path, { training: false }) as tf.Tensor2D, [0, classIndex], [STEPS, 1]).sum();
    return tf.grad(probability)(shares.mul(input)).mean(0).mul(input).flatten();
  });
  try {
    return new Float32Array(await values.data<"float32">());
  } finally {
    values.dispose();
  }
}
