import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { splitBeats } from "../../ecg/beats/split-beats.ts";
import { ProblemError } from "../../ecg/problem.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import type { BeatModelMeta } from "../beat-model.ts";
import { encodeCard, type BeatModelCard } from "../card.ts";
import { defaultParameters, type ParameterValues } from "../detector.ts";
import { choiceValue, numberValue } from "../parameter-values.ts";
import { classExamples, resample } from "../training/beat-examples.ts";
import type { Resampling } from "../training/beat-training-parameters.ts";
import { fit } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import { startFrom } from "../training/start-from.ts";
import type { BeatTrainingData, BeatTrainingOptions } from "../training/train-beat-model.ts";

/** What a network's own folder adds to the training that all classifying networks share. */
export interface NetworkTraining {
  readonly meta: BeatModelMeta;
  readonly build: (number: (key: string) => number) => tf.LayersModel;
  /** how the design was found, for the card */
  readonly design: string;
  readonly limits: readonly string[];
}

/** Raised when the training itself changes, so that a checkpoint made before is not taken up. */
const TRAINING_VERSION = 1;

/**
 * Trains a network on the labelled beats of `data.train`: a share of each class is kept back and chooses the epoch, the
 * rest is resampled, augmented and weighted as the parameters say.
 */
export async function trainClassifier({ meta, build, ...words }: NetworkTraining, data: BeatTrainingData, options: BeatTrainingOptions): Promise<Map<string, Uint8Array>> {
  const { train: { beats, files } } = data;
  if (meta.scheme === null || beats.scheme !== meta.scheme || beats.samplesPerBeat !== meta.samplesPerBeat) {
    throw new ProblemError("unfit-training-data", `${meta.name} learns from labelled beats of ${meta.samplesPerBeat} samples`, "Train it on the heartbeat CSV with classes", { file: files[0].name });
  }
  await chooseBackend();
  const owner = { id: meta.id, name: meta.name, parameters: meta.training };
  const parameters = { ...defaultParameters(owner), ...options.parameters };
  const number = (key: string) => numberValue(owner, parameters, key);
  const resampling = choiceValue(owner, parameters, "resampling") as Resampling;

  const seed = number("seed");
  const split = data.split ?? splitBeats(beats, number("validationShare"), seed);
  const training = resample(beats, split.training, resampling, seed);
  const augmentation = { shiftSamples: number("shiftSamples"), stretch: number("stretch"), scale: number("scale"), noise: number("noise") };
  const exampleOptions = { classCount: CLASSES[meta.scheme].length, classWeight: number("classWeight"), normalShare: 1, augmentation };
  const model = build(number);
  try {
    if (options.start !== undefined) await startFrom(model, options.start, meta.id);
    const { epochs, bestEpoch } = await fit(model, classExamples(beats, training, { ...exampleOptions, normalShare: number("normalShare") }), classExamples(beats, split.validation, exampleOptions), {
      ...options,
      stage: meta.name,
      loss: tf.metrics.categoricalCrossentropy,
      namesClasses: true,
      batchSize: number("batchSize"),
      epochs: number("epochs"),
      patience: number("patience"),
      learningRate: cosineRate(number("learningRate"), number("lastLearningRate"), number("epochs")),
      seed,
      resumable: options.checkpoints && {
        store: options.checkpoints,
        fingerprint: JSON.stringify({ id: meta.id, TRAINING_VERSION, parameters, files: files.map(({ sha256 }) => sha256) }),
      },
    });
    const counted = `${split.validation.length.toLocaleString("en-US")} beats, a ${number("validationShare")} share of each class drawn at random,`;
    return new Map([
      ...(await layersModelFiles(model, "float16")),
      ["card.json", encodeCard(cardOf({ meta, ...words }, data, { parameters, split: `${counted} chose the epoch (${bestEpoch + 1} of ${epochs.length}); the others trained the network.` }))],
    ]);
  } finally {
    model.dispose();
  }
}

function cardOf({ meta, design, limits }: Omit<NetworkTraining, "build">, { train, date }: BeatTrainingData, { parameters, split }: { readonly parameters: ParameterValues; readonly split: string }): BeatModelCard {
  const [{ sha256, rows }] = train.files;
  return {
    id: meta.id,
    name: meta.name,
    version: "1",
    trainedOn: { name: "heartbeat/mitbih_train", sha256, rows },
    split: `${split} ${design}`,
    parameters,
    threshold: null,
    metrics: [],
    intendedUse: "Naming the class (N, S, V, F or Q of ANSI/AAMI EC57) of single beats of adults, cut and scaled as in the heartbeat CSV. Research use only, not a medical device.",
    limits: [
      "Intra-patient: training and test beats are of the same patients. On patients it has not seen it does worse; nothing here says by how much.",
      ...limits,
      "A beat has to be cut as in the heartbeat CSV: 187 samples at 125 Hz from the R peak on, scaled to 0–1, zeros after the next beat’s start.",
      "Learnt from recordings of 47 patients of one hospital in the 1970s; fusion and supraventricular beats are few and told apart least surely.",
    ],
    date,
    licence: "Apache-2.0; trained on the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  };
}
