import * as tf from "@tensorflow/tfjs";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { computeSequences } from "./compute-sequences.ts";

const SAMPLES = 140;

export const LSTM_AUTOENCODER_SHAPES = { input: [null, SAMPLES, 1], output: [null, SAMPLES, 1] } as const;

export interface LstmAutoencoderOptions {
  /** of the two layers that see the beat first and draw it last; 256 as published */
  readonly units: number;
  /** units of the two layers between them; 128 as published */
  readonly embedding: number;
  readonly seed: number;
}

/**
 * The network of the published tutorial "Time Series Anomaly Detection using LSTM Autoencoders with PyTorch" (V. Valkov,
 * 2020), 987,393 parameters with its units, untrained: an LSTM reads the beat sample by sample, a second reads the first's outputs and
 * its last output is the beat's embedding; repeated once for each sample it is unfolded by two more LSTMs, and a dense
 * unit draws the samples. (PyTorch keeps a second bias for each gate, which adds nothing.)
 */
export function buildLstmAutoencoder({ units: outer, embedding, seed }: LstmAutoencoderOptions): tf.LayersModel {
  const lstm = (name: string, units: number, layer: number, more: { readonly returnSequences: boolean; readonly inputShape?: number[] }) => {
    const limit = 1 / Math.sqrt(units);
    const uniform = (matrix: number) => tf.initializers.randomUniform({ minval: -limit, maxval: limit, seed: seed + 2 * layer + matrix });
    return tf.layers.lstm({
      name, units, ...more,
      recurrentActivation: "sigmoid",
      kernelInitializer: uniform(0),
      recurrentInitializer: uniform(1),
    });
  };
  const model = tf.sequential({
    name: "lstm-autoencoder",
    layers: [
      lstm("encoder-1", outer, 0, { returnSequences: true, inputShape: [SAMPLES, 1] }),
      lstm("encoder-2", embedding, 1, { returnSequences: false }),
      tf.layers.repeatVector({ name: "embedding", n: SAMPLES }),
      lstm("decoder-1", embedding, 2, { returnSequences: true }),
      lstm("decoder-2", outer, 3, { returnSequences: true }),
      tf.layers.dense({ name: "samples", units: 1, kernelInitializer: tf.initializers.glorotUniform({ seed: seed + 8 }) }),
    ],
  });
  spreadTimeScales(model, seed);
  return computeSequences(model);
}

/**
 * Biases after Tallec and Ollivier ("Can recurrent neural networks warp time?", ICLR 2018): the forget gates start open
 * so far that states last from one sample to the whole beat, the input gates as far closed. Without it, states last a
 * few samples and the network is long in learning what lies further back.
 */
function spreadTimeScales(model: tf.LayersModel, seed: number): void {
  const random = seededRandom(seed);
  for (const layer of model.layers) {
    if (layer.getClassName() !== "LSTM") continue;
    tf.tidy(() => {
      const [kernel, recurrentKernel, bias] = layer.getWeights();
      const units = bias.shape[0] / 4;
      const forget = Float32Array.from({ length: units }, () => random.uniform() * Math.log(SAMPLES - 1));
      const start = new Float32Array(4 * units);
      start.set(forget.map((value) => -value), 0);
      start.set(forget, units);
      layer.setWeights([kernel, recurrentKernel, tf.tensor1d(start)]);
    });
  }
}
