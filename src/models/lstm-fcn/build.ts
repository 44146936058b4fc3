import * as tf from "@tensorflow/tfjs";
import { SeededDropout } from "../training/seeded-dropout.ts";

export const LSTM_FCN_SHAPES = { input: [null, 187, 1], output: [null, 5] } as const;

export interface LstmFcnOptions {
  /** filters of the first convolution; the second has twice as many, the third as many: 128 in the paper */
  readonly filters: number;
  readonly units: number;
  readonly dropout: number;
  readonly seed: number;
}

/**
 * LSTM-FCN (Karim et al., "LSTM Fully Convolutional Networks for Time Series Classification", 2018), untrained. An LSTM
 * that sees the beat as one time step of 187 features (dimension shuffle), beside three convolutions with kernels 8, 5
 * and 3, each with batch norm and ReLU, averaged over time; together to the probabilities of N, S, V, F, Q.
 */
export function buildLstmFcn({ filters, units, dropout, seed }: LstmFcnOptions): tf.LayersModel {
  const { layers, initializers } = tf;
  const beat = tf.input({ name: "beat", shape: [187, 1] });
  const shuffled = layers.permute({ name: "dimension-shuffle", dims: [2, 1] }).apply(beat) as tf.SymbolicTensor;
  const lstm = layers.lstm({
    name: "lstm",
    units,
    kernelInitializer: initializers.glorotUniform({ seed }),
    recurrentInitializer: initializers.glorotUniform({ seed: seed + 1 }), // one step: it never acts
    unitForgetBias: true,
  });
  const recalled = new SeededDropout({ name: "lstm-dropout", rate: dropout, seed: seed + 10 }).apply(lstm.apply(shuffled)) as tf.SymbolicTensor;

  let convolved = beat;
  [
    { filters, kernelSize: 8 },
    { filters: 2 * filters, kernelSize: 5 },
    { filters, kernelSize: 3 },
  ].forEach((block, index) => {
    const name = `block-${index + 1}`;
    const kernelInitializer = initializers.heUniform({ seed: seed + 2 + index });
    convolved = layers.conv1d({ name: `${name}-convolution`, ...block, padding: "same", kernelInitializer }).apply(convolved) as tf.SymbolicTensor;
    convolved = layers.batchNormalization({ name: `${name}-normalization` }).apply(convolved) as tf.SymbolicTensor;
    convolved = layers.reLU({ name: `${name}-relu` }).apply(convolved) as tf.SymbolicTensor;
  });
  const averaged = layers.globalAveragePooling1d({ name: "average" }).apply(convolved) as tf.SymbolicTensor;

  const joined = layers.concatenate({ name: "joined" }).apply([recalled, averaged]) as tf.SymbolicTensor;
  const classify = layers.dense({ name: "class", units: 5, activation: "softmax", kernelInitializer: initializers.glorotUniform({ seed: seed + 5 }) });
  return tf.model({ name: "lstm-fcn", inputs: beat, outputs: classify.apply(joined) as tf.SymbolicTensor });
}
