import * as tf from "@tensorflow/tfjs";
import { SeededDropout } from "../training/seeded-dropout.ts";
import { NETWORK_INPUTS, NETWORK_OUTPUT } from "./inputs.ts";
import { Normalization } from "./normalization-layer.ts";

const CONVOLUTIONS = [
  { filters: 64, kernelSize: 7 },
  { filters: 128, kernelSize: 3 },
  { filters: 256, kernelSize: 3 },
] as const;
const METADATA_UNITS = [32, 32] as const;
const JOINED_UNITS = [128, 128] as const;

export interface NetworkOptions {
  readonly dropout: number;
  readonly seed: number;
}

/**
 * The published network of two inputs (inputs.ts), untrained, 185,997 parameters: three convolutions with batch
 * normalisation, ReLU and halvings between them, averaged over time, beside the metadata through 32-32 units; joined,
 * 128-128 units, five sigmoids. The article gives the total, the filters and the joined layers; kernels of 7, 3 and 3
 * samples, 32-32 units and a Keras Normalization of each input (25 and 15 numbers) are what makes that total.
 */
export function buildNetwork({ dropout, seed }: NetworkOptions): tf.LayersModel {
  const initializer = (offset: number) => tf.initializers.heNormal({ seed: seed + offset });
  const input = (kind: keyof typeof NETWORK_INPUTS) => tf.input({ name: NETWORK_INPUTS[kind].name, shape: NETWORK_INPUTS[kind].shape.slice(1) });
  const [signals, metadata] = [input("signals"), input("metadata")];

  let waves = apply(new Normalization({ name: "signals-normalization" }), signals);
  CONVOLUTIONS.forEach((convolution, i) => {
    const name = `block-${i + 1}`;
    waves = apply(tf.layers.conv1d({ name: `${name}-convolution`, ...convolution, padding: "same", kernelInitializer: initializer(i) }), waves);
    waves = apply(tf.layers.batchNormalization({ name: `${name}-normalization` }), waves);
    waves = apply(tf.layers.reLU({ name: `${name}-relu` }), waves);
    if (i < CONVOLUTIONS.length - 1) waves = apply(tf.layers.maxPooling1d({ name: `${name}-pool`, poolSize: 2 }), waves);
  });
  waves = apply(tf.layers.globalAveragePooling1d({ name: "mean-over-time" }), waves);
  waves = apply(new SeededDropout({ name: "signals-dropout", rate: dropout, seed: seed + 20 }), waves);

  const dense = (name: string, units: number, offset: number) => (from: tf.SymbolicTensor) => {
    const hidden = apply(tf.layers.dense({ name, units, activation: "relu", kernelInitializer: initializer(offset) }), from);
    return apply(new SeededDropout({ name: `${name}-dropout`, rate: dropout, seed: seed + 20 + offset }), hidden);
  };
  const fields = METADATA_UNITS.reduce((from, units, i) => dense(`metadata-${i + 1}`, units, 3 + i)(from), apply(new Normalization({ name: "metadata-normalization" }), metadata));
  const joined = tf.layers.concatenate({ name: "joined" }).apply([waves, fields]) as tf.SymbolicTensor;
  const hidden = JOINED_UNITS.reduce((from, units, i) => dense(`hidden-${i + 1}`, units, 5 + i)(from), joined);
  const kernelInitializer = tf.initializers.glorotUniform({ seed: seed + 7 });
  const superclasses = apply(tf.layers.dense({ name: "superclasses", units: NETWORK_OUTPUT[1], activation: "sigmoid", kernelInitializer }), hidden);
  return tf.model({ name: "twelve-lead", inputs: [signals, metadata], outputs: superclasses });
}

const apply = (layer: tf.layers.Layer, input: tf.SymbolicTensor): tf.SymbolicTensor => layer.apply(input) as tf.SymbolicTensor;
