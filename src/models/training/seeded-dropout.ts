import * as tf from "@tensorflow/tfjs";

/**
 * Dropout whose masks depend on a seed and the step alone. TensorFlow.js's own repeats one mask for ever where it has a
 * seed, and cannot be repeated where it has none. Saved, and loaded again, as the standard Dropout layer.
 */
export class SeededDropout extends tf.layers.Layer {
  static readonly className = "Dropout";
  /** the training step under way, set by `fit` */
  step = 0;
  private readonly rate: number;
  private readonly seed: number;

  constructor({ name, rate, seed }: { readonly name: string; readonly rate: number; readonly seed: number }) {
    super({ name });
    this.rate = rate;
    this.seed = seed;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], { training }: { readonly training?: boolean }): tf.Tensor {
    return tf.tidy(() => {
      const input = Array.isArray(inputs) ? inputs[0] : inputs;
      if (training !== true || this.rate === 0) return input.clone();
      const drawn = tf.randomUniform(input.shape, 0, 1, "float32", (this.seed * 1_000_003 + this.step) % 2 ** 31);
      return input.mul(drawn.greaterEqual(this.rate)).div(1 - this.rate);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.rate };
  }
}

/** Tells the model's dropout layers which step comes next. */
export function setDropoutStep(model: tf.LayersModel, step: number): void {
  for (const layer of model.layers) if (layer instanceof SeededDropout) layer.step = step;
}
