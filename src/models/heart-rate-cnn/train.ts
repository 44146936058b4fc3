import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { encodeCard } from "../card.ts";
import { patientMeanF1 } from "../evaluation/patient-mean-f1.ts";
import { fit } from "../training/fit.ts";
import { cosineRate } from "../training/learning-rate.ts";
import type { TrainModel } from "../training/train-model.ts";
import { buildHeartRateCnn } from "./build.ts";
import { stretchLoss, trainingPatient, trainingStretches, validationStretches } from "./examples.ts";
import { dealIntoFolds } from "./folds.ts";
import { meta } from "./meta.ts";
import { scoreBeats } from "./score.ts";

const SETTINGS = {
  seed: 1,
  folds: 6,
  stretchesPerPatient: 16,
  batchSize: 16,
  epochs: 30,
  highestLearningRate: 4e-3,
  lowestLearningRate: 2e-4,
};

/** Thresholds tried: the steps of the slider. */
const THRESHOLDS = Array.from({ length: 199 }, (_, step) => (step + 1) / 200);

/**
 * Trains one member for each fold of patients on the patients of the other folds; the fold itself chooses the epoch and
 * is scored. On these out-of-fold scores, every patient's by a network that has not learnt from that patient, the
 * threshold is chosen. The members together are the model.
 */
export const train: TrainModel = async ({ labelled, date }, control) => {
  await chooseBackend();
  const patients = labelled.patients.map(trainingPatient);
  const labels = patients.map(({ label }) => label);
  const folds = dealIntoFolds(labels, SETTINGS.folds);
  const { ensemble, members } = buildHeartRateCnn(SETTINGS.folds, SETTINGS.seed);
  try {
    const outOfFold: Float32Array[] = [];
    for (const [fold, member] of members.entries()) {
      const heldOut = folds[fold];
      const others = patients.filter((_, patient) => !heldOut.includes(patient));
      const validation = heldOut.map((patient) => patients[patient]);
      await fit(member, trainingStretches(others, SETTINGS.stretchesPerPatient), validationStretches(validation), {
        ...control,
        stage: `${meta.name}, part ${fold + 1} of ${SETTINGS.folds}`,
        loss: stretchLoss,
        batchSize: SETTINGS.batchSize,
        epochs: SETTINGS.epochs,
        patience: SETTINGS.epochs,
        learningRate: cosineRate(SETTINGS.highestLearningRate, SETTINGS.lowestLearningRate, SETTINGS.epochs),
        seed: SETTINGS.seed + fold,
      });
      const scores = await scoreBeats(member, validation.map(({ relative }) => relative), control);
      heldOut.forEach((patient, index) => (outOfFold[patient] = scores[index]));
    }
    const choice = chooseThreshold(labels, outOfFold);
    return new Map([...(await layersModelFiles(ensemble)), ["card.json", card(labelled, date, choice)]]);
  } finally {
    ensemble.dispose();
  }
};

/** The threshold of highest mean F1; the lowest of equally good ones. */
function chooseThreshold(labels: readonly Uint8Array[], scores: readonly Float32Array[]): Choice {
  const meanF1s = THRESHOLDS.map((threshold) => patientMeanF1(labels, scores, threshold));
  const meanF1 = Math.max(...meanF1s);
  return { threshold: THRESHOLDS[meanF1s.indexOf(meanF1)], meanF1 };
}

interface Choice {
  readonly threshold: number;
  readonly meanF1: number;
}

function card(labelled: HeartRateTable, date: string, { threshold, meanF1 }: Choice): Uint8Array {
  return encodeCard({
    id: meta.id,
    name: meta.name,
    version: "1",
    trainedOn: { name: "heart-rate/labelled", sha256: labelled.files[0].sha256, rows: labelled.rows, patients: labelled.patients.length },
    split:
      `The patients are dealt into ${SETTINGS.folds} folds; each of the ${SETTINGS.folds} members is trained without one fold, which chooses its epoch. ` +
      "The threshold is the one with the highest mean F1 over patients, each counted alike with one hit granted, on the members' scores of " +
      `the patients they were not trained on (${meanF1.toFixed(3)} there).`,
    parameters: {},
    threshold,
    metrics: null,
    intendedUse: "Finding premature beats in beat-by-beat heart rates of adults. Research use only, not a medical device.",
    limits: [
      "It sees the rate alone: a ventricular or fusion beat that comes on time is missed.",
      "Runs of premature beats and atrial fibrillation are told apart poorly; in fibrillation beats are missed and reported wrongly.",
      "Learnt from 22 half-hour recordings of one hospital; beats have to be located as exactly as an annotator does.",
    ],
    date,
    licence: "Apache-2.0; trained on the MIT-BIH Arrhythmia Database 1.0.0, PhysioNet, ODC-By 1.0",
  });
}
