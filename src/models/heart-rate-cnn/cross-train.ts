import type * as tf from "@tensorflow/tfjs";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { fit } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import type { TrainingControl } from "../training/train-model.ts";
import { buildHeartRateCnn } from "./build.ts";
import { stretchLoss, trainingPatient, trainingStretches, validationStretches } from "./examples.ts";
import { dealIntoFolds } from "./folds.ts";
import { type LabelledRates, withMissedBeats } from "./missed-beats.ts";
import { meta } from "./meta.ts";
import { scoreBeats } from "./score.ts";

export interface CrossTrainSettings {
  readonly seed: number;
  readonly folds: number;
  /** how many times the patients are dealt into folds, each time differently */
  readonly rounds: number;
  readonly epochs: number;
  /** stretches of each patient in an epoch, as recorded and again with beats missed */
  readonly stretchesPerPatient: number;
  readonly batchSize: number;
  readonly highestLearningRate: number;
  readonly lowestLearningRate: number;
}

export interface CrossTrained {
  /** a member for each fold of each round; to be disposed of by the caller */
  readonly ensemble: tf.LayersModel;
  /** each patient's scores: the mean over the members that were not trained on that patient, one in each round */
  readonly outOfFold: readonly Float32Array[];
}

/**
 * Trains each member of the ensemble without one fold of patients; that fold chooses the member's epoch and is scored by
 * it. Each patient is learnt from twice: as recorded, and with beats missed.
 */
export async function crossTrain(labelled: readonly LabelledRates[], settings: CrossTrainSettings, control: TrainingControl): Promise<CrossTrained> {
  const { rounds, seed } = settings;
  const { onEpoch } = control;
  const folds = Math.min(settings.folds, labelled.length);
  const random = seededRandom(seed);
  const patients = labelled.map(trainingPatient);
  const missingBeats = labelled.map((patient) => trainingPatient(withMissedBeats(patient, random)));
  const labels = labelled.map(({ label }) => label);
  const heldOutOf = Array.from({ length: rounds }, (_, round) => dealIntoFolds(labels, folds, round + 1)).flat();
  const { ensemble, members } = buildHeartRateCnn(heldOutOf.length, seed);
  const outOfFold = labels.map((label) => new Float32Array(label.length));
  try {
    for (const [index, member] of members.entries()) {
      const heldOut = heldOutOf[index];
      const validation = heldOut.map((patient) => patients[patient]);
      const others = [...patients, ...missingBeats].filter((_, example) => !heldOut.includes(example % patients.length));
      const { highestLearningRate, lowestLearningRate, epochs, batchSize } = settings;
      await fit(member, trainingStretches(others, settings.stretchesPerPatient), validationStretches(validation), {
        ...control,
        ...(onEpoch && { onEpoch: (reached) => onEpoch({ ...reached, part: index + 1 }) }),
        stage: `${meta.name}, part ${index + 1} of ${members.length}`,
        loss: stretchLoss,
        batchSize,
        epochs,
        patience: epochs,
        learningRate: cosineRate(highestLearningRate, lowestLearningRate, epochs),
        seed: seed + index,
      });
      const relative = validation.map((patient) => patient.relative);
      const scores = await scoreBeats(member, relative, control);
      heldOut.forEach((patient, place) => scores[place].forEach((score, row) => (outOfFold[patient][row] += score / rounds)));
    }
    return { ensemble, outOfFold };
  } catch (cause) {
    ensemble.dispose();
    throw cause;
  }
}
