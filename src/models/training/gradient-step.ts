import * as tf from "@tensorflow/tfjs";
import { elements, type Batch, type Examples } from "./examples.ts";

/** Loss of each example: targets and outputs of shape [batch, …] to [batch]; the functions of `tf.metrics` fit. */
export type Loss = (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor;

/** Adam (Kingma and Ba, 2015) with a learning rate that may change between steps. */
class ScheduledAdam extends tf.AdamOptimizer {
  constructor() {
    super(0, 0.9, 0.999);
  }

  setLearningRate(rate: number): void {
    this.learningRate = rate;
  }
}

export interface StepOptions {
  readonly learningRate: number;
  /** gradients together longer than this are shortened to it; null leaves them (Pascanu et al., 2013) */
  readonly clipNorm: number | null;
}

/** Takes steps down the gradient of a model's weights; holds the optimizer's moments until disposed of. */
export class GradientStepper {
  private optimizer = new ScheduledAdam();
  private readonly variables: tf.Variable[];
  private readonly model: tf.LayersModel;
  private readonly loss: Loss;

  constructor(model: tf.LayersModel, loss: Loss) {
    this.model = model;
    this.loss = loss;
    this.variables = model.trainableWeights.map((weight) => weight.read()).filter((weight): weight is tf.Variable => weight instanceof tf.Variable);
  }

  /** One step; returns the batch's loss times its size, the layers' regularizers included. */
  async step(batch: Batch, examples: Examples, { learningRate, clipNorm }: StepOptions): Promise<number> {
    this.optimizer.setLearningRate(learningRate);
    const loss = tf.tidy(() => {
      const [inputs, targets, weights] = batchTensors(batch, examples);
      const { value, grads } = tf.variableGrads(() => {
        const outputs = this.model.apply(inputs, { training: true }) as tf.Tensor;
        const mean = this.loss(targets, outputs).mul(weights).mean<tf.Scalar>();
        return tf.addN([mean, ...this.model.calculateLosses()]);
      }, this.variables);
      const names = Object.keys(grads);
      const gradients = clipNorm === null ? Object.values(grads) : clipped(Object.values(grads), clipNorm);
      this.optimizer.applyGradients(names.map((name, index) => ({ name, tensor: gradients[index] })));
      return value;
    });
    const mean = await takeNumber(loss);
    return mean * batch.size;
  }

  /** The optimizer's moments, to be put back by `restore`. */
  async moments(): Promise<Float32Array[]> {
    const [iterations, ...moments] = await this.optimizer.getWeights();
    iterations.tensor.dispose();
    return Promise.all(moments.map(async ({ tensor }) => new Float32Array(await tensor.data())));
  }

  /** Goes on from moments taken after `steps` steps, as an optimizer that never stopped but for rounding. */
  async restore(moments: readonly Float32Array[], steps: number): Promise<void> {
    this.dispose();
    this.optimizer = new ScheduledAdam();
    const shapes = [...this.variables, ...this.variables].map(({ shape }) => shape);
    const tensors = [tf.scalar(steps, "int32"), ...moments.map((values, index) => tf.tensor(values, shapes[index]))];
    await this.optimizer.setWeights(tensors.map((tensor) => ({ name: "moment", tensor })));
    tf.dispose(tensors);
  }

  dispose(): void {
    this.optimizer.dispose();
  }
}

/** What a batch adds to the sums over all examples, with the weights as they are. */
export interface BatchSums {
  /** weighted */
  readonly loss: number;
  /** examples whose likeliest class is the target's; null where targets are no classes */
  readonly right: number | null;
}

interface SumOptions {
  readonly loss: Loss;
  /** whether targets are [batch, classes], 1 for the one that an example is of */
  readonly namesClasses: boolean;
}

export async function batchSums(model: tf.LayersModel, batch: Batch, examples: Examples, { loss, namesClasses }: SumOptions): Promise<BatchSums> {
  const sums = tf.tidy(() => {
    const [inputs, targets, weights] = batchTensors(batch, examples);
    const outputs = model.apply(inputs, { training: false }) as tf.Tensor;
    const lossSum = loss(targets, outputs).mul(weights).sum();
    if (!namesClasses) return lossSum.reshape([1]);
    const isRight = outputs.argMax(-1).equal(targets.argMax(-1)).logicalAnd(weights.greater(0));
    return tf.stack([lossSum, isRight.toFloat().sum()]);
  });
  try {
    const [lossSum, right] = await sums.data();
    return { loss: lossSum, right: namesClasses ? right : null };
  } finally {
    sums.dispose();
  }
}

function clipped(gradients: readonly tf.Tensor[], norm: number): tf.Tensor[] {
  const length = tf.sqrt(tf.addN(gradients.map((gradient) => gradient.square().sum())));
  const scale = tf.minimum(1, tf.div(norm, length));
  return gradients.map((gradient) => gradient.mul(scale));
}

function batchTensors({ size, inputs, targets, weights }: Batch, { inputShape, inputParts, targetShape }: Examples): [tf.Tensor | tf.Tensor[], tf.Tensor, tf.Tensor1D] {
  const whole = tf.tensor(inputs, [size, ...inputShape]);
  const parts = inputParts && tf.split(whole, inputParts.map(elements), 1).map((part, i) => part.reshape([size, ...inputParts[i]]));
  return [parts ?? whole, tf.tensor(targets, [size, ...targetShape]), tf.tensor1d(weights)];
}

async function takeNumber(scalar: tf.Tensor): Promise<number> {
  try {
    return (await scalar.data())[0];
  } finally {
    scalar.dispose();
  }
}
