import { AAMI, CLASSES } from "../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { Examples } from "../training/examples.ts";
import type { BeatFeatures } from "./features.ts";
import { FEATURES } from "./features.ts";

/** The beats of one patient with their classes, indices into CLASSES.aami or UNLABELLED. */
export interface LabelledFeatures {
  readonly features: BeatFeatures;
  readonly label: Uint8Array;
}

/** Of a patient's beats of one class, twice as many weigh so many times as much: a patient with hundreds of alike beats is one patient. */
const PATIENT_POWER = 0.5;

const CLASS_COUNT = CLASSES.aami.length;

/**
 * Beats of several patients as examples. A class weighs in all as its share of the beats to the power 1 − `classWeight`,
 * and within it patients weigh as the root of their beats. Q, a handful of beats of no common shape, and beats without a label are left out.
 */
export function beatExamples(patients: readonly LabelledFeatures[], classWeight: number): Examples {
  const weights = patientClassWeights(patients, classWeight);
  const places = patients.flatMap(({ label }, patient) => Array.from(label.keys()).filter((beat) => isLearntFrom(label[beat])).map((beat) => [patient, beat] as const));
  return {
    count: places.length,
    inputShape: [FEATURES.length],
    targetShape: [CLASS_COUNT],
    read(index, input, target) {
      const [patient, beat] = places[index];
      const { features, label } = patients[patient];
      input.set(features.values.subarray(beat * FEATURES.length, (beat + 1) * FEATURES.length));
      target.fill(0);
      target[label[beat]] = 1;
      return weights[patient][label[beat]];
    },
  };
}

/** Whether beats of the class teach. */
export const isLearntFrom = (beatClass: number): boolean => beatClass !== AAMI.Q && beatClass !== UNLABELLED;

/** One weight a patient and class, scaled so that beats weigh 1 on average. */
function patientClassWeights(patients: readonly LabelledFeatures[], classWeight: number): number[][] {
  const counts = patients.map(({ label }) => Array.from({ length: CLASS_COUNT }, (_, own) => (own === AAMI.Q ? 0 : label.filter((each) => each === own).length)));
  const classCounts = Array.from({ length: CLASS_COUNT }, (_, own) => sum(counts.map((each) => each[own])));
  const beats = sum(classCounts);
  const classTotals = classCounts.map((count) => (count === 0 ? 0 : count * (beats / count) ** classWeight));
  const scale = beats / sum(classTotals);
  const shares = classCounts.map((_, own) => sum(counts.map((each) => each[own] ** (1 - PATIENT_POWER))));
  return counts.map((each) => each.map((count, own) => (count === 0 ? 0 : (scale * classTotals[own] * count ** -PATIENT_POWER) / shares[own])));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
