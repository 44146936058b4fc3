import * as tf from "@tensorflow/tfjs";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { SeededDropout } from "../training/seeded-dropout.ts";
import { FEATURES } from "./features.ts";

export const ARRHYTHMIA_SHAPES = { input: [null, FEATURES.length], output: [null, CLASSES.aami.length] } as const;

const HIDDEN_UNITS = [64, 32] as const;

/** Seeds of one member's layers lie this close together. */
const SEEDS_PER_MEMBER = 10;

export interface ArrhythmiaNetworks {
  /** the mean of the members' probabilities: what is shipped; disposing of it disposes of the members */
  readonly ensemble: tf.LayersModel;
  /** each alone, to be trained: they share the ensemble's layers */
  readonly members: readonly tf.LayersModel[];
}

export interface BuildOptions {
  readonly members: number;
  readonly dropout: number;
  readonly seed: number;
}

/**
 * Small dense networks side by side, untrained: a beat's features, brought to mean 0 and standard deviation 1 by a batch
 * normalisation that keeps the training beats' own, to the probabilities of N, S, V, F, Q, which are averaged.
 */
export function buildArrhythmiaNetworks({ members: memberCount, dropout, seed }: BuildOptions): ArrhythmiaNetworks {
  const features = tf.input({ name: "features", shape: [FEATURES.length] });
  const members = Array.from({ length: memberCount }, (_, member) => {
    const name = `member-${member + 1}`;
    return tf.model({ name, inputs: features, outputs: memberProbabilities(features, name, { dropout, seed: seed + member * SEEDS_PER_MEMBER }) });
  });
  const probabilities = tf.layers.average({ name: "mean-probabilities" }).apply(members.map(({ outputs }) => outputs[0])) as tf.SymbolicTensor;
  return { ensemble: tf.model({ name: "arrhythmia", inputs: features, outputs: probabilities }), members };
}

function memberProbabilities(features: tf.SymbolicTensor, name: string, { dropout, seed }: Omit<BuildOptions, "members">): tf.SymbolicTensor {
  const layers = [
    tf.layers.batchNormalization({ name: `${name}-scale`, epsilon: 1e-5 }),
    ...HIDDEN_UNITS.flatMap((units, index) => [
      tf.layers.dense({ name: `${name}-hidden-${index + 1}`, units, activation: "relu", kernelInitializer: tf.initializers.heNormal({ seed: seed + index }) }),
      new SeededDropout({ name: `${name}-dropout-${index + 1}`, rate: dropout, seed: seed + 4 + index }),
    ]),
    classLayer(name, seed + 8),
  ];
  return layers.reduce((output, layer) => layer.apply(output) as tf.SymbolicTensor, features);
}

function classLayer(member: string, seed: number): tf.layers.Layer {
  return tf.layers.dense({ name: `${member}-class`, units: CLASSES.aami.length, activation: "softmax", kernelInitializer: tf.initializers.glorotUniform({ seed }) });
}

/** Adds to the logit of each class, in every member alike: a class becomes likelier or less likely by a factor before the probabilities are brought to a sum of 1. */
export function shiftLogits({ members }: ArrhythmiaNetworks, shift: readonly number[]): void {
  for (const member of members) {
    const layer = member.layers[member.layers.length - 1];
    const [kernel, bias] = layer.getWeights();
    const shifted = tf.tidy(() => bias.add(tf.tensor1d([...shift])));
    layer.setWeights([kernel, shifted]);
    shifted.dispose();
  }
}
