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
export function buildLstmAutoencoder({ units, embedding, seed }: LstmAutoencoderOptions): tf.LayersModel {
  const model = tf.sequential({ name: "lstm-autoencoder" });
  const add = (name: string, own: number, { returnSequences = true, start }: { readonly returnSequences?: boolean; readonly start: Start }) => {
    const index = model.layers.length;
    model.add(
      tf.layers.lstm({
        name,
        units: own,
        returnSequences,
        recurrentActivation: "sigmoid",
        kernelInitializer: tf.initializers.varianceScaling({ scale: start.inputGain ** 2, mode: "fanAvg", distribution: "uniform", seed: seed + 2 * index }),
        recurrentInitializer: tf.initializers.randomNormal({ stddev: start.recurrentGain / Math.sqrt(own), seed: seed + 2 * index + 1 }),
        ...(index === 0 && { inputShape: [SAMPLES, 1] }),
      }),
    );
  };
  add("encoder-1", units, { start: READING });
  add("encoder-2", embedding, { returnSequences: false, start: READING });
  model.add(tf.layers.repeatVector({ name: "embedding", n: SAMPLES }));
  add("decoder-1", embedding, { start: DRAWING });
  add("decoder-2", units, { start: DRAWING });
  model.add(tf.layers.dense({ name: "samples", units: 1, kernelInitializer: "zeros" }));
  for (const name of ["decoder-1", "decoder-2"]) keepMoving(model.getLayer(name), seed);
  return computeSequences(model);
}

/** The weights that a layer starts from. */
interface Start {
  /** 1 is Glorot's */
  readonly inputGain: number;
  /** 1 keeps the length of a state, on average, before gates and activation */
  readonly recurrentGain: number;
}

const READING: Start = { inputGain: 1, recurrentGain: 1 };

/**
 * The decoder gets the same input at every sample, so from small weights its states come to rest after a few and a
 * readout has nothing to draw a beat with: PyTorch's own start leaves a reconstruction error of 75, where always drawing
 * the mean beat would leave 41. Larger recurrent weights and candidates off zero keep the states moving all along the
 * beat, and a readout alone comes down to 40.
 */
const DRAWING: Start = { inputGain: 0.5, recurrentGain: 1.5 };
const CANDIDATE_DEVIATION = 0.5;
const OUTPUT_BIAS = 1;

function keepMoving(layer: tf.layers.Layer, seed: number): void {
  const random = seededRandom(seed + layer.countParams());
  tf.tidy(() => {
    const [kernel, recurrentKernel, bias] = layer.getWeights();
    const units = bias.shape[0] / 4;
    const candidate = Float32Array.from({ length: units }, () => CANDIDATE_DEVIATION * random.normal());
    const inputAndForget = tf.slice(bias, 0, 2 * units);
    layer.setWeights([kernel, recurrentKernel, tf.concat([inputAndForget, tf.tensor1d(candidate), tf.fill([units], OUTPUT_BIAS)])]);
  });
}
