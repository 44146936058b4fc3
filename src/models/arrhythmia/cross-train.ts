import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { dealIntoFolds } from "../heart-rate-cnn/folds.ts";
import type { CheckpointStore } from "../training/checkpoint.ts";
import { fit } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import type { TrainingControl } from "../training/train-model.ts";
import { buildArrhythmiaNetworks, type ArrhythmiaNetworks } from "./build.ts";
import { classProbabilities } from "./class-probabilities.ts";
import { beatExamples, type LabelledFeatures } from "./examples.ts";
import { meta } from "./meta.ts";

export const FOLDS = 5;
/** How many times the patients are dealt into folds, each time differently. */
export const ROUNDS = 2;

/** One patient's beats. */
export interface TrainingPatient {
  readonly recorded: LabelledFeatures;
  /** simulated from the recorded ones, see simulated-patients.ts: learnt from, never measured on */
  readonly simulated: readonly LabelledFeatures[];
}

export interface CrossTrainOptions extends TrainingControl {
  /** a training parameter's value */
  readonly number: (key: string) => number;
  /** of each member, by its number; null where an interrupted training need not be taken up */
  readonly checkpoints: ((member: number) => CheckpointStore) | null;
  /** of everything that decides the outcome */
  readonly fingerprint: string;
}

export interface CrossTrained {
  readonly networks: ArrhythmiaNetworks;
  /** each patient's probabilities: the mean over the members, one a round, that have not learnt from that patient */
  readonly outOfFold: readonly Float32Array[];
}

/** Trains each member of the ensemble without one fold of patients; that fold's recorded beats are scored by it. */
export async function crossTrain(patients: readonly TrainingPatient[], options: CrossTrainOptions): Promise<CrossTrained> {
  const { number, checkpoints, fingerprint, signal, onProgress, onEpoch } = options;
  const seed = number("seed");
  const labels = patients.map(({ recorded }) => recorded.label);
  const heldOutOf = Array.from({ length: ROUNDS }, (_, round) => dealIntoFolds(labels, FOLDS, round + 1)).flat();
  const networks = buildArrhythmiaNetworks({ members: heldOutOf.length, dropout: number("dropout"), seed });
  const outOfFold = labels.map((label) => new Float32Array(label.length * CLASSES.aami.length));
  try {
    for (const [index, member] of networks.members.entries()) {
      const heldOut = heldOutOf[index];
      const training = patients.filter((_, patient) => !heldOut.includes(patient)).flatMap(({ recorded, simulated }) => [recorded, ...simulated]);
      const validation = heldOut.map((patient) => patients[patient].recorded);
      const epochs = number("epochs");
      const [trainingBeats, validationBeats] = [training, validation].map((each) => beatExamples(each, number("classWeight")));
      await fit(member, trainingBeats, validationBeats, {
        stage: `${meta.name}, member ${index + 1} of ${networks.members.length}`,
        loss: tf.metrics.categoricalCrossentropy,
        batchSize: number("batchSize"),
        epochs,
        patience: epochs,
        keeps: "last",
        learningRate: cosineRate(number("learningRate"), number("lastLearningRate"), epochs),
        seed: seed + index,
        resumable: checkpoints && { store: checkpoints(index + 1), fingerprint: `${fingerprint} ${index}` },
        signal,
        onProgress,
        ...(onEpoch && { onEpoch }),
      });
      for (const patient of heldOut) {
        const probabilities = await classProbabilities(member, patients[patient].recorded.features, { signal, onProgress: () => undefined });
        probabilities.forEach((probability, i) => (outOfFold[patient][i] += probability / ROUNDS));
      }
    }
    return { networks, outOfFold };
  } catch (cause) {
    networks.ensemble.dispose();
    throw cause;
  }
}
