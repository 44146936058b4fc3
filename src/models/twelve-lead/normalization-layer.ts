import * as tf from "@tensorflow/tfjs";

/** As Keras: a value that is always the same is not divided by zero. */
const LEAST_DEVIATION = 1e-7;

/** As Keras writes it; what is not here is not looked at. */
interface NormalizationConfig {
  readonly name?: string;
  readonly axis?: number | readonly number[] | null;
  readonly mean?: unknown;
  readonly variance?: unknown;
  readonly invert?: boolean;
}

/**
 * Keras' Normalization over the last axis, which TensorFlow.js does not have: (x − mean) / √variance, both learnt from the
 * data before training. Its weights are Keras' own, mean, variance and a counter that is not used, so that a network
 * converted from Keras loads as it is. Throws where it is of another kind: over other axes, inverted, or with mean and
 * variance in its configuration instead of its weights.
 */
export class Normalization extends tf.layers.Layer {
  static readonly className = "Normalization";
  private mean: tf.LayerVariable | null = null;
  private variance: tf.LayerVariable | null = null;
  private readonly axes: readonly number[];

  constructor(config: NormalizationConfig) {
    super(config.name === undefined ? {} : { name: config.name });
    const { axis = -1, mean = null, variance = null, invert = false } = config;
    if (mean !== null || variance !== null || invert || axis === null) throw new Error(`${this.name}: only a Normalization that was adapted to data over the last axis is known here`);
    this.axes = typeof axis === "number" ? [axis] : axis;
  }

  override build(inputShape: tf.Shape): void {
    if (this.axes.length !== 1 || ![-1, inputShape.length - 1].includes(this.axes[0])) throw new Error(`${this.name}: only a Normalization that was adapted to data over the last axis is known here, not over ${this.axes.join(", ")}`);
    const size = [inputShape[inputShape.length - 1]];
    this.mean = this.addWeight("mean", size, "float32", tf.initializers.zeros(), undefined, false);
    this.variance = this.addWeight("variance", size, "float32", tf.initializers.ones(), undefined, false);
    // Nobody reads it. Keras counts in int32, saved networks of ours hold a float32: neither is written.
    const count = this.addWeight("count", [], "float32", tf.initializers.zeros(), undefined, false);
    count.write = () => count;
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
