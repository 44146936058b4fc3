import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../ecg/numeric/random.ts";
import type { Examples } from "../training/examples.ts";
import { BEATS_EACH_SIDE, STRETCH_BEATS, STRETCH_ROWS } from "./build.ts";
import type { LabelledRates } from "./missed-beats.ts";
import { cutIntoStretches } from "./score.ts";
import { CHANNELS, LOG_RATIO_SCALE, readWindow, relativeRates, SPREAD_CHANNEL, SPREAD_CHANNEL_SLOPE } from "./windows.ts";

/** Changes made to a stretch each time it is shown. */
const AUGMENTATION = {
  /** standard deviation of the log of the factor on all log ratios: rhythms that vary more, and less */
  logVariability: 0.15,
  /** standard deviation added to each beat's log rate: how exactly beats are located, 10 ms at 60 bpm */
  logRateNoise: 0.01,
};

/** What a patient's anomalous beats weigh together at most, in beats: the patient with most must not decide alone. */
const MOST_ANOMALOUS_WEIGHT = 100;

/** What each patient weighs per epoch if every beat is shown once. */
const PATIENT_WEIGHT = 2000;

export interface TrainingPatient {
  readonly relative: Float32Array;
  readonly label: Uint8Array;
  readonly normalWeight: number;
  readonly anomalousWeight: number;
}

export function trainingPatient({ rateBpm, label }: LabelledRates): TrainingPatient {
  const anomalous = label.reduce((count, value) => count + (value === 1 ? 1 : 0), 0);
  const weight = PATIENT_WEIGHT / label.length;
  return {
    relative: relativeRates(rateBpm),
    label,
    normalWeight: weight,
    anomalousWeight: weight * Math.min(1, MOST_ANOMALOUS_WEIGHT / anomalous),
  };
}

/** Stretches begun at random, equally many of each patient, augmented. */
export function trainingStretches(patients: readonly TrainingPatient[], stretchesPerPatient: number): Examples {
  return examples(patients.length * stretchesPerPatient, (index, input, target, random) => {
    const patient = patients[index % patients.length];
    const first = random === null ? 0 : random.integer(Math.max(1, patient.label.length - STRETCH_BEATS + 1));
    readStretch(patient, first, input, target);
    if (random !== null) augment(input, random);
  });
}

/** All stretches of the patients, as they are. */
export function validationStretches(patients: readonly TrainingPatient[]): Examples {
  const stretches = cutIntoStretches(patients.map(({ label }) => label.length));
  return examples(stretches.length, (index, input, target) => {
    const { patient, first } = stretches[index];
    readStretch(patients[patient], first, input, target);
  });
}

/**
 * Weighted binary cross-entropy, the mean over a stretch. Targets: [batch, STRETCH_BEATS, 2], the label and the weight
 * of each beat (0 for those after the patient's last and those without a label). Outputs: [batch, STRETCH_BEATS, 1]. Gives [batch].
 */
export function stretchLoss(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  const [label, weight] = tf.unstack(targets, 2);
  const score = tf.clipByValue(tf.squeeze(outputs, [2]), 1e-6, 1 - 1e-6);
  const likelihood = tf.add(tf.mul(label, tf.log(score)), tf.mul(tf.sub(1, label), tf.log(tf.sub(1, score))));
  return tf.neg(tf.mean(tf.mul(weight, likelihood), 1));
}

type Read = (index: number, input: Float32Array, target: Float32Array, random: Random | null) => void;

function examples(count: number, read: Read): Examples {
  return {
    count,
    inputShape: [STRETCH_ROWS, CHANNELS],
    targetShape: [STRETCH_BEATS, 2],
    read(...example) {
      read(...example);
      return 1;
    },
  };
}

function readStretch({ relative, label, normalWeight, anomalousWeight }: TrainingPatient, first: number, input: Float32Array, target: Float32Array): void {
  readWindow(relative, first - BEATS_EACH_SIDE, input);
  for (let beat = 0; beat < STRETCH_BEATS; beat++) {
    const row = first + beat;
    target[2 * beat] = label[row] === 1 ? 1 : 0;
    target[2 * beat + 1] = label[row] === 1 ? anomalousWeight : label[row] === 0 ? normalWeight : 0;
  }
}

/** A rhythm that varies more departs as often from its surroundings by its own spread: that channel has the noise only. */
function augment(input: Float32Array, random: Random): void {
  const variability = Math.exp(AUGMENTATION.logVariability * random.normal());
  for (let row = 0; row < STRETCH_ROWS; row++) {
    const noise = AUGMENTATION.logRateNoise * random.normal();
    for (let channel = 0; channel < CHANNELS; channel++) {
      const i = row * CHANNELS + channel;
      input[i] = channel === SPREAD_CHANNEL ? input[i] + SPREAD_CHANNEL_SLOPE * noise : input[i] * variability + LOG_RATIO_SCALE * noise;
    }
  }
}
