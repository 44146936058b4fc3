import type * as tf from "@tensorflow/tfjs";
import type { Augmentation } from "../training/augment-beat.ts";
import { fit, type FitOptions, type FitResult } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import type { BeatTrainingOptions } from "../training/train-beat-model.ts";
import type { NormalBeats } from "./normal-beats.ts";
import { reconstructionExamples, summedAbsoluteError } from "./reconstruction-examples.ts";

export interface AutoencoderFit {
  /** as progress names it */
  readonly stage: string;
  /** the value of a training parameter */
  readonly number: (key: string) => number;
  /** gradients longer than this are shortened to it; 0 leaves them */
  readonly clipNorm: number;
  readonly augmentation: Augmentation;
  /** of everything that decides the outcome, for taking up an interrupted training */
  readonly fingerprint: string;
}

/** Trains `model` in place to redraw the training beats, and leaves it with the weights that redraw the validation beats best. */
export function fitAutoencoder(model: tf.LayersModel, { training, validation }: NormalBeats, { stage, number, clipNorm, augmentation, fingerprint }: AutoencoderFit, options: BeatTrainingOptions): Promise<FitResult> {
  const settings: FitOptions = {
    signal: options.signal,
    onProgress: options.onProgress,
    stage,
    loss: summedAbsoluteError,
    batchSize: number("batchSize"),
    epochs: number("epochs"),
    patience: number("patience"),
    learningRate: cosineRate(number("learningRate"), number("lastLearningRate"), number("epochs")),
    seed: number("seed"),
    resumable: options.checkpoints && { store: options.checkpoints, fingerprint },
    ...(clipNorm > 0 && { clipNorm }),
    ...(options.onEpoch && { onEpoch: options.onEpoch }),
    ...(options.finish !== undefined && { finish: options.finish }),
  };
  return fit(model, reconstructionExamples(training, augmentation), reconstructionExamples(validation, augmentation), settings);
}
