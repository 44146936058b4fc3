import * as tf from "@tensorflow/tfjs";
import { ProblemError } from "../../ecg/problem.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { ReadArtifact } from "../detector.ts";
import { dealIntoFolds } from "../heart-rate-cnn/folds.ts";
import type { CheckpointStore } from "../training/checkpoint.ts";
import { fit } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import { readCheckpoint } from "../training/resume.ts";
import { startFrom } from "../training/start-from.ts";
import type { TrainingControl } from "../training/train-model.ts";
import { buildArrhythmiaNetworks, type ArrhythmiaNetworks } from "./build.ts";
import { classProbabilities } from "./class-probabilities.ts";
import { beatExamples, isLearntFrom, type LabelledFeatures } from "./examples.ts";
import { FOLDS, meta } from "./meta.ts";

/** How many times the patients are dealt into folds, each time differently. */
export const ROUNDS = 2;
/** Of the ensemble: one a fold and round. */
export const MEMBERS = FOLDS * ROUNDS;

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
  readonly start?: ReadArtifact;
  readonly finish?: boolean;
}

export interface CrossTrained {
  readonly networks: ArrhythmiaNetworks;
  /** each patient's probabilities: the mean over the members, one a round, that have not learnt from that patient; null where there is none */
  readonly outOfFold: readonly (Float32Array | null)[];
}

/** Trains each member of the ensemble without one fold of patients; that fold's recorded beats are scored by it. To finish, the members begun so far are taken as they are. */
export async function crossTrain(patients: readonly TrainingPatient[], options: CrossTrainOptions): Promise<CrossTrained> {
  const { number, signal, start, finish = false } = options;
  const seed = number("seed");
  const labels = patients.map(({ recorded }) => recorded.label);
  const folds = Array.from({ length: ROUNDS }, (_, round) => dealIntoFolds(labels, FOLDS, round + 1)).flat();
  const heldOutOf = finish ? folds.slice(0, await membersBegun(folds.length, options)) : folds;
  const networks = buildArrhythmiaNetworks({ members: heldOutOf.length, dropout: number("dropout"), seed });
  const outOfFold: (Float32Array | null)[] = labels.map(() => null);
  try {
    if (start !== undefined && !finish) await startFrom(networks.ensemble, start, meta.id);
    const progress = ensembleProgress(patients, heldOutOf, options);
    for (const [index, member] of networks.members.entries()) {
      const heldOut = heldOutOf[index];
      await trainMember(member, patients, { ...options, index, heldOut, members: heldOutOf.length, onProgress: progress(index) });
      for (const patient of heldOut) {
        const probabilities = await classProbabilities(member, patients[patient].recorded.features, { signal, onProgress: () => undefined });
        const times = heldOutOf.filter((others) => others.includes(patient)).length;
        const mean = (outOfFold[patient] ??= new Float32Array(probabilities.length));
        probabilities.forEach((probability, i) => (mean[i] += probability / times));
      }
    }
    return { networks, outOfFold };
  } catch (cause) {
    networks.ensemble.dispose();
    throw cause;
  }
}

interface MemberOptions extends CrossTrainOptions {
  readonly index: number;
  readonly members: number;
  /** indices of the patients that choose nothing and teach nothing here */
  readonly heldOut: readonly number[];
}

async function trainMember(member: tf.LayersModel, patients: readonly TrainingPatient[], { number, checkpoints, fingerprint, index, members, heldOut, finish = false, signal, onProgress, onEpoch }: MemberOptions): Promise<void> {
  const validation = heldOut.map((patient) => patients[patient].recorded);
  const epochs = number("epochs");
  const [trainingBeats, validationBeats] = [learntFrom(patients, heldOut), validation].map((each) => beatExamples(each, number("classWeight")));
  await fit(member, trainingBeats, validationBeats, {
    stage: `${meta.name}, member ${index + 1} of ${members}`,
    loss: tf.metrics.categoricalCrossentropy,
    namesClasses: true,
    batchSize: number("batchSize"),
    epochs,
    patience: epochs,
    keeps: "last",
    learningRate: cosineRate(number("learningRate"), number("lastLearningRate"), epochs),
    seed: number("seed") + index,
    resumable: checkpoints && { store: checkpoints(index + 1), fingerprint: `${fingerprint} ${index}` },
    finish,
    signal,
    onProgress,
    ...(onEpoch && { onEpoch: (reached) => onEpoch({ ...reached, part: index + 1 }) }),
  });
}

/** How many members, one after another, have finished an epoch. Throws the ProblemError "nothing-learnt" for none. */
async function membersBegun(all: number, { checkpoints, fingerprint }: CrossTrainOptions): Promise<number> {
  let begun = 0;
  while (checkpoints !== null && begun < all && (await readCheckpoint({ store: checkpoints(begun + 1), fingerprint: `${fingerprint} ${begun}` })) !== null) begun++;
  if (begun === 0) throw new ProblemError("nothing-learnt", `${meta.name} has not finished an epoch yet`, "Let it train for longer");
  return begun;
}

const learntFrom = (patients: readonly TrainingPatient[], heldOut: readonly number[]): LabelledFeatures[] =>
  patients.filter((_, patient) => !heldOut.includes(patient)).flatMap(({ recorded, simulated }) => [recorded, ...simulated]);

/** Members' batches counted through, so that what is left is told of the whole training. */
function ensembleProgress(patients: readonly TrainingPatient[], heldOutOf: readonly (readonly number[])[], { number, onProgress }: CrossTrainOptions): (index: number) => JobControl["onProgress"] {
  const beatsOf = ({ label }: LabelledFeatures) => label.reduce((count, own) => count + Number(isLearntFrom(own)), 0);
  const batches = heldOutOf.map((heldOut) => number("epochs") * Math.ceil(learntFrom(patients, heldOut).reduce((sum, each) => sum + beatsOf(each), 0) / number("batchSize")));
  const upTo = (member: number) => batches.slice(0, member).reduce((sum, own) => sum + own, 0);
  return (index) => (progress) => onProgress({ ...progress, done: upTo(index) + progress.done, total: upTo(batches.length) });
}
