import * as tf from "@tensorflow/tfjs";

/** Heart rate, its difference to the beat before, and the peak label, each 0..1: the batch first. */
export const AUTOENCODER_SHAPES = { input: [null, 3], output: [null, 3] } as const;

/** The published app's network: 3 → 16 → 32 → 3, untrained, its weights drawn from `seed`. */
export function buildAutoencoder(seed: number): tf.LayersModel {
  const glorot = (layer: number) => tf.initializers.glorotUniform({ seed: seed + layer });
  return tf.sequential({
    name: "dense-autoencoder",
    layers: [
      tf.layers.dense({ name: "encoder", inputShape: [3], units: 16, activation: "relu", kernelInitializer: glorot(0) }),
      tf.layers.dense({ name: "hidden", units: 32, activation: "relu", kernelInitializer: glorot(1) }),
      tf.layers.dense({ name: "decoder", units: 3, activation: "sigmoid", kernelInitializer: glorot(2) }),
    ],
  });
}
