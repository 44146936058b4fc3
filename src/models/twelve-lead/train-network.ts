import * as tf from "@tensorflow/tfjs";
import { TWELVE_LEADS } from "../../ecg/recording/lead-names.ts";
import { fit } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import type { TrainingControl } from "../training/train-model.ts";
import { buildNetwork } from "./build.ts";
import { UV_PER_MV, type GatheredRecords } from "./gathered-records.ts";
import { METADATA_FIELDS, metadataOf, type Imputation } from "./inputs.ts";
import { networkExamples, type SignalAugmentation } from "./network-examples.ts";
import { Normalization } from "./normalization-layer.ts";

export interface NetworkTrainingOptions extends TrainingControl {
  readonly stage: string;
  readonly imputation: Imputation;
  readonly augmentation: SignalAugmentation;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly dropout: number;
  readonly seed: number;
}

/** No record can be spared to choose the epoch: the rate falls to 0, and the epoch that is best on these, unchanged, is one of the last. */
const WATCHED_RECORDS = 64;
const LEADS = TWELVE_LEADS.length;
const AS_RECORDED: SignalAugmentation = { scale: 0, noise: 0, leadLoss: 0, mixing: 0 };

/** Trains the published network on the records `indices`; to be disposed of. */
export async function trainNetwork(records: GatheredRecords, indices: readonly number[], { imputation, augmentation, ...options }: NetworkTrainingOptions): Promise<tf.LayersModel> {
  const network = buildNetwork(options);
  adaptTo(network, records, indices, imputation);
  try {
    await fit(network, networkExamples(records, indices, { ...augmentation, imputation }), networkExamples(records, indices.slice(0, WATCHED_RECORDS), { ...AS_RECORDED, imputation }), {
      ...options,
      loss: tf.metrics.binaryCrossentropy,
      learningRate: cosineRate(options.learningRate, 0, options.epochs),
      patience: options.epochs,
    });
  } catch (cause) {
    network.dispose();
    throw cause;
  }
  return network;
}

/** Sets the two Normalizations to the mean and variance of the records learnt from. */
function adaptTo(network: tf.LayersModel, { signalsUv, patients }: GatheredRecords, indices: readonly number[], imputation: Imputation): void {
  const adapt = (name: string, size: number, rows: Iterable<ArrayLike<number>>) => {
    const layer = network.getLayer(name);
    if (!(layer instanceof Normalization)) throw new Error(`${name} is no Normalization.`);
    const { mean, variance } = momentsOf(rows, size);
    layer.adapt(mean, variance);
  };
  adapt("signals-normalization", LEADS, moments(signalsUv, indices));
  adapt("metadata-normalization", METADATA_FIELDS.length, indices.map((index) => metadataOf(patients[index], imputation).values));
}

/** The twelve leads of each moment of each record, in mV. */
function* moments(signalsUv: readonly Int16Array[], indices: readonly number[]): Generator<Float32Array> {
  for (const index of indices) {
    const millivolts = Float32Array.from(signalsUv[index], (value) => value / UV_PER_MV);
    for (let i = 0; i < millivolts.length; i += LEADS) yield millivolts.subarray(i, i + LEADS);
  }
}

function momentsOf(rows: Iterable<ArrayLike<number>>, size: number): { readonly mean: number[]; readonly variance: number[] } {
  const sums = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(0);
  let count = 0;
  for (const row of rows) {
    count++;
    for (let i = 0; i < size; i++) {
      sums[i] += row[i];
      squares[i] += row[i] ** 2;
    }
  }
  const mean = sums.map((sum) => sum / count);
  return { mean, variance: squares.map((square, i) => Math.max(0, square / count - mean[i] ** 2)) };
}
