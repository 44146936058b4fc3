import * as tf from "@tensorflow/tfjs";
import { CHANNELS } from "./windows.ts";

/** Convolutions of each member, one after another, before the one that gives the score. */
const LAYERS = [
  { kernelSize: 5, filters: 16 },
  { kernelSize: 5, filters: 16 },
  { kernelSize: 5, filters: 16 },
  { kernelSize: 5, filters: 16 },
] as const;

/** Beats before and after a beat that its score depends on, apart from the medians of the relative rates. */
export const BEATS_EACH_SIDE = LAYERS.reduce((sum, { kernelSize }) => sum + (kernelSize - 1) / 2, 0);

/** Beats scored together: their windows overlap, so a stretch costs little more than its own length. */
export const STRETCH_BEATS = 128;

/** Rows the network reads to score a stretch. */
export const STRETCH_ROWS = STRETCH_BEATS + 2 * BEATS_EACH_SIDE;

export const CNN_SHAPES = { input: [null, STRETCH_ROWS, CHANNELS], output: [null, STRETCH_BEATS, 1] } as const;

/** Anomalies are rare: an untrained network starts from a score of about 0.1. */
const INITIAL_BIAS = -2;

export interface HeartRateCnn {
  /** the mean of the members' scores: what is shipped; disposing of it disposes of the members */
  readonly ensemble: tf.LayersModel;
  /** each member alone, to be trained: they share the ensemble's layers */
  readonly members: readonly tf.LayersModel[];
}

/**
 * Small convolutional networks side by side, whose scores are averaged. Convolutions without padding, so each beat's
 * score comes from the same window of beats around it wherever in the stretch it lies. Weights are drawn from `seed`.
 */
export function buildHeartRateCnn(memberCount: number, seed: number): HeartRateCnn {
  const inputs = tf.input({ name: "relative-rates", shape: [STRETCH_ROWS, CHANNELS] });
  const members = Array.from({ length: memberCount }, (_, member) => {
    const outputs = memberScore(inputs, `member-${member + 1}`, seed + member * (LAYERS.length + 1));
    return tf.model({ name: `heart-rate-cnn-member-${member + 1}`, inputs, outputs });
  });
  const scores = members.map(({ outputs }) => outputs[0]);
  const outputs = memberCount === 1 ? scores[0] : (tf.layers.average({ name: "mean-score" }).apply(scores) as tf.SymbolicTensor);
  return { ensemble: tf.model({ name: "heart-rate-cnn", inputs, outputs }), members };
}

function memberScore(inputs: tf.SymbolicTensor, name: string, seed: number): tf.SymbolicTensor {
  let beats = inputs;
  LAYERS.forEach((layer, index) => {
    const kernelInitializer = tf.initializers.heNormal({ seed: seed + index });
    beats = tf.layers.conv1d({ name: `${name}-conv-${index + 1}`, ...layer, activation: "relu", kernelInitializer }).apply(beats) as tf.SymbolicTensor;
  });
  return tf.layers
    .conv1d({
      name: `${name}-score`,
      kernelSize: 1,
      filters: 1,
      activation: "sigmoid",
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed + LAYERS.length }),
      biasInitializer: tf.initializers.constant({ value: INITIAL_BIAS }),
    })
    .apply(beats) as tf.SymbolicTensor;
}
