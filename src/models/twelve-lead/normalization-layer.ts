import * as tf from "@tensorflow/tfjs";

/** As Keras: a value that is always the same is not divided by zero. */
const LEAST_DEVIATION = 1e-7;

/**
 * Keras' Normalization over the last axis, which TensorFlow.js does not have: (x − mean) / √variance, both learnt from the
 * data before training. Its weights are Keras' own, mean, variance and a counter that is not used, so that a network
 * converted from Keras loads as it is.
 */
export class Normalization extends tf.layers.Layer {
  static readonly className = "Normalization";
  private mean: tf.LayerVariable | null = null;
  private variance: tf.LayerVariable | null = null;

  override build(inputShape: tf.Shape): void {
    const size = [inputShape[inputShape.length - 1]];
    this.mean = this.addWeight("mean", size, "float32", tf.initializers.zeros(), undefined, false);
    this.variance = this.addWeight("variance", size, "float32", tf.initializers.ones(), undefined, false);
    this.addWeight("count", [], "float32", tf.initializers.zeros(), undefined, false);
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const { mean, variance } = this;
    if (mean === null || variance === null) throw new Error(`${this.name} is used before it is built.`);
    return tf.tidy(() => {
      const input = Array.isArray(inputs) ? inputs[0] : inputs;
      return input.sub(mean.read()).div(tf.maximum(variance.read().sqrt(), LEAST_DEVIATION));
    });
  }

  override computeOutputShape(inputShape: tf.Shape): tf.Shape {
    return inputShape;
  }

  /** Sets what inputs are scaled by. */
  adapt(mean: readonly number[], variance: readonly number[]): void {
    tf.tidy(() => this.setWeights([tf.tensor1d([...mean]), tf.tensor1d([...variance]), tf.scalar(0)]));
  }
}

tf.serialization.registerClass(Normalization);
