import * as tf from "@tensorflow/tfjs";

export interface SeededDropoutArgs {
  readonly name: string;
  /** share of the inputs set to 0 in training; the others are divided by 1 − rate */
  readonly rate: number;
  readonly seed: number;
}

/**
 * Dropout that is both random and repeatable: the stock layer with a seed drops the same inputs in every step, and
 * without one training cannot be repeated. Does nothing outside training.
 */
export class SeededDropout extends tf.layers.Layer {
  static readonly className = "SeededDropout";
  private readonly rate: number;
  private readonly seed: number;
  private step = 0;

  constructor({ name, rate, seed }: SeededDropoutArgs) {
    super({ name });
    this.supportsMasking = true;
    this.rate = rate;
    this.seed = seed;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], { training }: { training?: boolean }): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    if (training !== true) return input;
    return tf.dropout(input, this.rate, undefined, `${this.seed}/${this.step++}`);
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }
}

tf.serialization.registerClass(SeededDropout);
