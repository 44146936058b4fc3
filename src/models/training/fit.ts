import * as tf from "@tensorflow/tfjs";
import { permutation, seededRandom } from "../../ecg/numeric/random.ts";
import { type JobControl, pause } from "../../ecg/progress.ts";
import { allocateBatch, type Batch, type Examples, fillBatch } from "./examples.ts";
import type { LearningRate } from "./learning-rate.ts";

export interface FitOptions extends JobControl {
  /** what is trained, as progress names it */
  readonly stage: string;
  /** Loss of each example: targets and outputs of shape [batch, …] to [batch]; the functions of `tf.metrics` fit. */
  readonly loss: (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor;
  readonly batchSize: number;
  readonly epochs: number;
  /** epochs without a lower validation loss after which training stops */
  readonly patience: number;
  readonly learningRate: LearningRate;
  /** of shuffling and augmentation; initializers and dropout have their own */
  readonly seed: number;
}

export interface Epoch {
  /** mean over the training examples, weighted, while the weights were changing */
  readonly trainingLoss: number;
  /** mean over the validation examples, weighted, at the end of the epoch */
  readonly validationLoss: number;
}

export interface FitResult {
  readonly epochs: readonly Epoch[];
  /** index in `epochs` of the one whose weights the model now has */
  readonly bestEpoch: number;
}

/** A turn for messages is given this often: often enough to stop at once, seldom enough to cost nothing. */
const PAUSE_EVERY_MS = 50;

/**
 * Trains `model` in place with Adam and leaves it with the weights of the epoch of lowest validation loss.
 * Our own loop, since `model.fit` waits on requestAnimationFrame, which a hidden tab never fires. Batches have one fixed
 * shape: in training the last is completed from the epoch's first examples (padding would disturb batch norm). The same
 * seeds, examples and backend give the same weights, bit for bit. Throws the signal's reason when aborted; leaves no
 * tensor behind either way.
 */
export async function fit(model: tf.LayersModel, training: Examples, validation: Examples, options: FitOptions): Promise<FitResult> {
  const { batchSize, stage, signal, onProgress } = options;
  const random = seededRandom(options.seed);
  const batch = allocateBatch(training, batchSize);
  const trainer = new Trainer(model, options);
  const stepsPerEpoch = Math.ceil(training.count / batchSize);
  const total = stepsPerEpoch * options.epochs;
  const epochs: Epoch[] = [];
  let bestEpoch = -1;
  let bestWeights: Float32Array[] = [];
  let lastPause = performance.now();
  let reached = `${stage}: first epoch`;
  onProgress({ stage: reached, done: 0, total, unit: "batches" });

  try {
    while (epochs.length < options.epochs && epochs.length - bestEpoch <= options.patience) {
      const learningRate = options.learningRate(epochs.length);
      const order = permutation(random, training.count);
      const sum = { loss: 0, weight: 0 };
      for (let step = 0; step < stepsPerEpoch; step++) {
        fillBatch(batch, training, circularSlice(order, step * batchSize, batchSize), random);
        sum.loss += await trainer.step(batch, training, learningRate);
        sum.weight += batch.weights.reduce((total, weight) => total + weight, 0);
        if (performance.now() - lastPause > PAUSE_EVERY_MS) {
          onProgress({ stage: reached, done: epochs.length * stepsPerEpoch + step + 1, total, unit: "batches" });
          await pause(signal);
          lastPause = performance.now();
        }
      }

      const validationLoss = await meanLoss(model, validation, options);
      const epoch: Epoch = { trainingLoss: sum.loss / sum.weight, validationLoss };
      if (!Number.isFinite(epoch.trainingLoss + validationLoss)) {
        throw new Error(`${stage}: the loss became ${epoch.trainingLoss}. Lower the learning rate, or look for missing values in the inputs.`);
      }
      epochs.push(epoch);
      if (bestEpoch < 0 || validationLoss < epochs[bestEpoch].validationLoss) {
        bestEpoch = epochs.length - 1;
        bestWeights = await readWeights(model);
      }
      reached = describe(stage, epochs, options.epochs);
      onProgress({ stage: reached, done: epochs.length * stepsPerEpoch, total, unit: "batches" });
      await pause(signal);
    }
  } finally {
    trainer.dispose();
  }
  writeWeights(model, bestWeights);
  return { epochs, bestEpoch };
}

/** Adam (Kingma and Ba, 2015) with a learning rate that may change between steps. */
class ScheduledAdam extends tf.AdamOptimizer {
  constructor() {
    super(0, 0.9, 0.999);
  }

  setLearningRate(rate: number): void {
    this.learningRate = rate;
  }
}

class Trainer {
  private readonly optimizer = new ScheduledAdam();
  private readonly variables: tf.Variable[];
  private readonly model: tf.LayersModel;
  private readonly loss: FitOptions["loss"];

  constructor(model: tf.LayersModel, { loss }: FitOptions) {
    this.model = model;
    this.loss = loss;
    this.variables = model.trainableWeights.map((weight) => weight.read()).filter((weight): weight is tf.Variable => weight instanceof tf.Variable);
  }

  /** One step; returns the batch's loss times its size, the layers' regularizers included. */
  async step(batch: Batch, examples: Examples, learningRate: number): Promise<number> {
    this.optimizer.setLearningRate(learningRate);
    const loss = tf.tidy(() => {
      const [inputs, targets, weights] = batchTensors(batch, examples);
      const { value, grads } = tf.variableGrads(() => {
        const outputs = this.model.apply(inputs, { training: true }) as tf.Tensor;
        const mean = this.loss(targets, outputs).mul(weights).mean<tf.Scalar>();
        return tf.addN([mean, ...this.model.calculateLosses()]);
      }, this.variables);
      this.optimizer.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
      return value;
    });
    const [mean] = await loss.data();
    loss.dispose();
    return mean * batch.size;
  }

  dispose(): void {
    this.optimizer.dispose();
  }
}

/** Weighted mean of the loss over all examples, without augmentation. */
async function meanLoss(model: tf.LayersModel, examples: Examples, { loss, batchSize, signal }: FitOptions): Promise<number> {
  const batch = allocateBatch(examples, batchSize);
  const sum = { loss: 0, weight: 0 };
  let lastPause = performance.now();
  for (let start = 0; start < examples.count; start += batchSize) {
    const indices = Uint32Array.from({ length: Math.min(batchSize, examples.count - start) }, (_, slot) => start + slot);
    fillBatch(batch, examples, indices, null);
    const losses = tf.tidy(() => {
      const [inputs, targets, weights] = batchTensors(batch, examples);
      return loss(targets, model.apply(inputs, { training: false }) as tf.Tensor).mul(weights).sum();
    });
    sum.loss += (await losses.data())[0];
    sum.weight += batch.weights.reduce((total, weight) => total + weight, 0);
    losses.dispose();
    if (performance.now() - lastPause > PAUSE_EVERY_MS) {
      await pause(signal);
      lastPause = performance.now();
    }
  }
  return sum.loss / sum.weight;
}

function batchTensors({ size, inputs, targets, weights }: Batch, { inputShape, targetShape }: Examples): [tf.Tensor, tf.Tensor, tf.Tensor1D] {
  return [tf.tensor(inputs, [size, ...inputShape]), tf.tensor(targets, [size, ...targetShape]), tf.tensor1d(weights)];
}

function circularSlice(order: Uint32Array, start: number, length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, offset) => order[(start + offset) % order.length]);
}

const readWeights = (model: tf.LayersModel): Promise<Float32Array[]> =>
  Promise.all(model.getWeights().map(async (weight) => new Float32Array(await weight.data())));

function writeWeights(model: tf.LayersModel, values: readonly Float32Array[]): void {
  tf.tidy(() => model.setWeights(model.getWeights().map((weight, index) => tf.tensor(values[index], weight.shape))));
}

function describe(stage: string, epochs: readonly Epoch[], atMost: number): string {
  const { trainingLoss, validationLoss } = epochs[epochs.length - 1];
  return `${stage}: epoch ${epochs.length} of at most ${atMost}, loss ${trainingLoss.toFixed(5)}, validation loss ${validationLoss.toFixed(5)}`;
}
