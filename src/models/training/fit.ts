import type * as tf from "@tensorflow/tfjs";
import { permutation, type Random, resumeRandom, seededRandom } from "../../ecg/numeric/random.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { type JobControl, pause, turns } from "../../ecg/progress.ts";
import { allocateBatch, type Examples, fillBatch } from "./examples.ts";
import { GradientStepper, type Loss, batchSums } from "./gradient-step.ts";
import type { LearningRate } from "./learning-rate.ts";
import { readWeights, writeWeights } from "./model-weights.ts";
import { keepCheckpoint, readCheckpoint, takeUp, type Resumable } from "./resume.ts";
import { setDropoutStep } from "./seeded-dropout.ts";

export interface FitOptions extends JobControl {
  /** what is trained, as progress names it */
  readonly stage: string;
  readonly loss: Loss;
  /** whether a target is one class, so that epochs have an accuracy */
  readonly namesClasses?: boolean;
  readonly batchSize: number;
  readonly epochs: number;
  /** epochs without a lower validation loss after which training stops */
  readonly patience: number;
  readonly learningRate: LearningRate;
  /** of shuffling and augmentation; initializers have their own */
  readonly seed: number;
  /** which epoch's weights the model is left with: by default those of lowest validation loss */
  readonly keeps?: "best" | "last";
  /** longest gradient; not clipped where absent */
  readonly clipNorm?: number;
  readonly resumable?: Resumable | null;
  /** takes up the checkpoint and leaves the model with the weights kept so far, without another epoch */
  readonly finish?: boolean;
  /** called at the end of each epoch, after its checkpoint was kept */
  readonly onEpoch?: OnEpoch;
}

/** Hears of each epoch as it ends. */
export type OnEpoch = (reached: FinishedEpoch) => void;

export interface FinishedEpoch {
  /** from 1 */
  readonly epoch: number;
  /** of an ensemble, the number of the network that it is of, from 1 */
  readonly part?: number;
  readonly metrics: Readonly<Record<string, number>>;
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

/**
 * Trains `model` in place with Adam and leaves it with the weights of the epoch of lowest validation loss, or of the last.
 * Our own loop, since `model.fit` waits on requestAnimationFrame, which a hidden tab never fires. Batches have one fixed
 * shape: in training the last is completed from the epoch's first examples (padding would disturb batch norm). The same
 * seeds, examples and backend give the same weights, bit for bit; a resumable training also when it was taken up again.
 * Throws the signal's reason when aborted; leaves no tensor behind either way.
 */
export async function fit(model: tf.LayersModel, training: Examples, validation: Examples, options: FitOptions): Promise<FitResult> {
  const { batchSize, stage, signal, onProgress, keeps = "best", clipNorm = null, resumable = null, finish = false, onEpoch } = options;
  const stepper = new GradientStepper(model, options.loss);
  const stepsPerEpoch = Math.ceil(training.count / batchSize);
  const total = stepsPerEpoch * options.epochs;
  const taken = resumable && (await readCheckpoint(resumable));
  const random = taken === null ? seededRandom(options.seed) : resumeRandom(taken.random);
  const epochs: Epoch[] = taken === null ? [] : [...taken.epochs];
  let bestEpoch = taken?.bestEpoch ?? -1;
  let bestWeights: readonly Float32Array[] = taken?.bestWeights ?? [];
  let reached = epochs.length === 0 ? `${stage}: first epoch` : describe(stage, epochs, options.epochs);
  const report = (steps: number) => onProgress({ stage: reached, done: epochs.length * stepsPerEpoch + steps, total, unit: "batches" });

  report(0);
  try {
    if (taken !== null) await takeUp(taken, { model, stepper, steps: epochs.length * stepsPerEpoch });
    while (!finish && epochs.length < options.epochs && epochs.length - bestEpoch <= options.patience) {
      const learningRate = options.learningRate(epochs.length);
      const beforeStep = (step: number) => setDropoutStep(model, epochs.length * stepsPerEpoch + step);
      const trainingLoss = await trainEpoch(stepper, training, { batchSize, learningRate, clipNorm, random, beforeStep, takeTurn: turns(signal, report) });
      const { meanLoss: validationLoss, accuracy } = await validate(model, validation, options);
      if (!Number.isFinite(trainingLoss + validationLoss)) {
        throw new Error(`${stage}: the loss became ${trainingLoss}. Lower the learning rate, or look for missing values in the inputs.`);
      }
      epochs.push({ trainingLoss, validationLoss });
      if (keeps === "last" || bestEpoch < 0 || validationLoss < epochs[bestEpoch].validationLoss) {
        bestEpoch = epochs.length - 1;
        bestWeights = await readWeights(model);
      }
      if (resumable !== null) {
        const trained = { model, stepper, steps: epochs.length * stepsPerEpoch };
        await keepCheckpoint(resumable, trained, { epochs, bestEpoch, bestWeights, random: random.state() });
      }
      onEpoch?.({ epoch: epochs.length, metrics: { loss: trainingLoss, "validation loss": validationLoss, ...(accuracy !== null && { "validation accuracy": accuracy }), "learning rate": learningRate } });
      reached = describe(stage, epochs, options.epochs);
      report(0);
      await pause(signal);
    }
  } finally {
    stepper.dispose();
  }
  if (bestEpoch < 0) throw new ProblemError("nothing-learnt", `${stage} has not finished an epoch yet`, "Let it train for longer");
  writeWeights(model, bestWeights);
  return { epochs, bestEpoch };
}

interface EpochOptions {
  readonly batchSize: number;
  readonly learningRate: number;
  readonly clipNorm: number | null;
  readonly random: Random;
  /** called with the number of steps taken in the epoch */
  readonly beforeStep: TakeStep;
  /** called with the number of steps taken */
  readonly takeTurn: TakeTurn;
}

/** One pass over the examples in random order; returns their mean loss on the way. */
async function trainEpoch(stepper: GradientStepper, examples: Examples, { batchSize, random, beforeStep, takeTurn, ...stepOptions }: EpochOptions): Promise<number> {
  const batch = allocateBatch(examples, batchSize);
  const order = permutation(random, examples.count);
  let lossSum = 0;
  let weightSum = 0;
  for (let start = 0, steps = 1; start < examples.count; start += batchSize, steps++) {
    const indices = Uint32Array.from({ length: batchSize }, (_, slot) => order[(start + slot) % examples.count]);
    fillBatch(batch, examples, indices, random);
    beforeStep(steps - 1);
    lossSum += await stepper.step(batch, examples, stepOptions);
    weightSum += sum(batch.weights);
    await takeTurn(steps);
  }
  return lossSum / weightSum;
}

interface Validation {
  /** weighted */
  readonly meanLoss: number;
  /** share of the examples whose likeliest class is theirs; null where targets are no classes */
  readonly accuracy: number | null;
}

/** All examples, without augmentation. */
async function validate(model: tf.LayersModel, examples: Examples, { loss, namesClasses = false, batchSize, signal }: FitOptions): Promise<Validation> {
  const batch = allocateBatch(examples, batchSize);
  const takeTurn = turns(signal, () => undefined);
  let lossSum = 0;
  let rightSum = 0;
  let weightSum = 0;
  for (let start = 0; start < examples.count; start += batchSize) {
    const indices = Uint32Array.from({ length: Math.min(batchSize, examples.count - start) }, (_, slot) => start + slot);
    fillBatch(batch, examples, indices, null);
    const { loss: ofBatch, right } = await batchSums(model, batch, examples, { loss, namesClasses });
    lossSum += ofBatch;
    rightSum += right ?? 0;
    weightSum += sum(batch.weights);
    await takeTurn(start);
  }
  return { meanLoss: lossSum / weightSum, accuracy: namesClasses ? rightSum / examples.count : null };
}

type TakeStep = (step: number) => void;
type TakeTurn = (steps: number) => Promise<void>;

const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0);

function describe(stage: string, epochs: readonly Epoch[], atMost: number): string {
  const { trainingLoss, validationLoss } = epochs[epochs.length - 1];
  return `${stage}: epoch ${epochs.length} of at most ${atMost}, loss ${trainingLoss.toFixed(5)}, validation loss ${validationLoss.toFixed(5)}`;
}
