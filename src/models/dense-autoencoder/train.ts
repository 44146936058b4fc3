import * as tf from "@tensorflow/tfjs";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { publishedInputs } from "../../ecg/heart-rate/published-features.ts";
import { quantileOfSorted } from "../../ecg/numeric/quantile.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { encodeCard } from "../card.ts";
import { defaultParameters } from "../detector.ts";
import type { Examples } from "../training/examples.ts";
import { fit } from "../training/fit.ts";
import { constantRate } from "../training/learning-rate.ts";
import type { TrainModel } from "../training/train-model.ts";
import { buildAutoencoder } from "./build.ts";
import { TRAINING_ERRORS_FILE } from "./detect.ts";
import { DEFAULT_LOSS_QUANTILE, meta } from "./meta.ts";
import { FEATURES, reconstructionErrors, type StackedRows, stackRows } from "./reconstruction-error.ts";

/** As the published app trains it; Adam's rate is Keras's default. */
export const SETTINGS = { seed: 1, epochs: 30, batchSize: 32, patience: 5, learningRate: 0.001, validationShare: 0.2 };

/**
 * Trains on the normal beats. The validation part is the end of each patient's recording: rows picked at random would
 * share their differences with neighbours in the training part.
 */
export const train: TrainModel = async ({ train, date }, control) => {
  await chooseBackend();
  const rows = stackRows(train.patients.map(publishedInputs));
  const { training, validation } = split(rows, SETTINGS.validationShare);
  const model = buildAutoencoder(SETTINGS.seed);
  try {
    const { epochs, bestEpoch } = await fit(model, reconstruction(rows.inputs, training), reconstruction(rows.inputs, validation), {
      ...control,
      ...SETTINGS,
      stage: meta.name,
      loss: tf.metrics.meanAbsoluteError,
      learningRate: constantRate(SETTINGS.learningRate),
    });
    const errors = (await reconstructionErrors(model, rows.inputs, control)).sort();
    const threshold = quantileOfSorted(errors, DEFAULT_LOSS_QUANTILE);
    return new Map([
      ...(await layersModelFiles(model)),
      [TRAINING_ERRORS_FILE, new Uint8Array(errors.buffer)],
      ["card.json", card({ train, date, threshold, epochs: epochs.length, bestEpoch: bestEpoch + 1 })],
    ]);
  } finally {
    model.dispose();
  }
};

interface Outcome {
  readonly train: HeartRateTable;
  readonly date: string;
  readonly threshold: number;
  readonly epochs: number;
  readonly bestEpoch: number;
}

function card({ train, date, threshold, epochs, bestEpoch }: Outcome): Uint8Array {
  return encodeCard({
    id: meta.id,
    name: meta.name,
    version: "1",
    trainedOn: { name: "heart-rate/train", sha256: train.files[0].sha256, rows: train.rows, patients: train.patients.length },
    split:
      `Normal beats only. Of each patient, the first ${(1 - SETTINGS.validationShare) * 100} % trained the network and the rest chose the epoch ` +
      `(${bestEpoch} of ${epochs}). The threshold is the ${DEFAULT_LOSS_QUANTILE} quantile of the reconstruction error over all of them.`,
    parameters: defaultParameters(meta),
    threshold,
    metrics: null,
    intendedUse: "Comparison with the published app's autoencoder on beat-by-beat heart rates of adults. Research use only, not a medical device.",
    limits: [
      "It sees one beat and the step to it, on a scale set by the patient's own extremes: one outlier changes the scores of all the patient's beats.",
      "Trained on the normal beats of five patients: where the rhythm is less regular than theirs, it reports most beats at the default threshold.",
    ],
    date,
    licence: "Apache-2.0; trained on the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  });
}

/** Positions in the stacked rows: of each patient's rows, the last `share` is for validation. */
function split({ rowsOfPatient }: StackedRows, share: number): { training: number[]; validation: number[] } {
  const training: number[] = [];
  const validation: number[] = [];
  let position = 0;
  for (const { length } of rowsOfPatient) {
    const forTraining = Math.round(length * (1 - share));
    for (let row = 0; row < length; row++) (row < forTraining ? training : validation).push(position++);
  }
  return { training, validation };
}

/** The rows at `positions`, each its own target. */
function reconstruction(inputs: Float32Array, positions: readonly number[]): Examples {
  return {
    count: positions.length,
    inputShape: [FEATURES],
    targetShape: [FEATURES],
    read(index, input, target) {
      const row = inputs.subarray(positions[index] * FEATURES, (positions[index] + 1) * FEATURES);
      input.set(row);
      target.set(row);
      return 1;
    },
  };
}
