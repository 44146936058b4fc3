import * as tf from "@tensorflow/tfjs";
import { SeededDropout } from "../training/seeded-dropout.ts";

export const BEAT_CNN_SHAPES = { input: [null, 187, 1], output: [null, 5] } as const;

/** Convolution, batch norm, ReLU and a halving each. Early blocks are narrow, since they cost most. */
const BLOCKS = [
  { filters: 16, kernelSize: 7 },
  { filters: 32, kernelSize: 5 },
  { filters: 64, kernelSize: 5 },
  { filters: 96, kernelSize: 5 },
] as const;

const HIDDEN_UNITS = 64;

/**
 * A network of four convolution blocks in the manner of the published "CNN-4", 112,437 parameters, untrained: 187
 * samples to the probabilities of N, S, V, F, Q. Its last block is flattened rather than pooled over time: where in the
 * beat a shape lies tells early beats from timely ones.
 */
export function buildBeatCnn({ dropout, seed }: { readonly dropout: number; readonly seed: number }): tf.LayersModel {
  const model = tf.sequential({ name: "beat-cnn" });
  BLOCKS.forEach((block, index) => {
    const name = `block-${index + 1}`;
    const kernelInitializer = tf.initializers.heNormal({ seed: seed + index });
    const first = index === 0 ? { inputShape: BEAT_CNN_SHAPES.input.slice(1) } : {};
    model.add(tf.layers.conv1d({ name: `${name}-convolution`, ...first, ...block, padding: "same", useBias: false, kernelInitializer }));
    model.add(tf.layers.batchNormalization({ name: `${name}-normalization` }));
    model.add(tf.layers.reLU({ name: `${name}-relu` }));
    model.add(tf.layers.maxPooling1d({ name: `${name}-pool`, poolSize: 2 }));
  });
  model.add(tf.layers.flatten({ name: "flat" }));
  model.add(new SeededDropout({ name: "flat-dropout", rate: dropout, seed: seed + 10 }));
  model.add(tf.layers.dense({ name: "hidden", units: HIDDEN_UNITS, activation: "relu", kernelInitializer: tf.initializers.heNormal({ seed: seed + 4 }) }));
  model.add(new SeededDropout({ name: "hidden-dropout", rate: dropout, seed: seed + 11 }));
  model.add(tf.layers.dense({ name: "class", units: 5, activation: "softmax", kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 5 }) }));
  return model;
}
