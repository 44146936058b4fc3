import * as tf from "@tensorflow/tfjs";

const SAMPLES = 140;

export const CONV_AUTOENCODER_SHAPES = { input: [null, SAMPLES, 1], output: [null, SAMPLES, 1] } as const;

const KERNEL_SIZE = 7;

/** Of the convolutions that read the beat, each with stride 2: 140 samples become 70, 35 and 18. */
const ENCODER_FILTERS = [16, 32, 32] as const;

/** Of each of the points laid out first, 35, then 70, then 140. */
const DECODER_FILTERS = 16;
const FIRST_POINTS = 35;
const DOUBLINGS = 2;

/**
 * A network that reads a beat into `bottleneck` numbers and redraws it from them, untrained. So narrow a bottleneck has
 * room for how normal beats differ from each other, and for nothing else.
 */
export function buildConvAutoencoder({ bottleneck, seed }: { readonly bottleneck: number; readonly seed: number }): tf.LayersModel {
  let layer = 0;
  const initialized = () => ({ kernelInitializer: tf.initializers.glorotUniform({ seed: seed + layer++ }) });
  const convolution = (name: string, more: { readonly filters: number; readonly strides?: number; readonly inputShape?: number[] }) =>
    tf.layers.conv1d({ name, kernelSize: KERNEL_SIZE, padding: "same", activation: "elu", ...more, ...initialized() });

  const model = tf.sequential({ name: "conv-autoencoder" });
  ENCODER_FILTERS.forEach((filters, index) => {
    model.add(convolution(`read-${index + 1}`, { filters, strides: 2, ...(index === 0 && { inputShape: [SAMPLES, 1] }) }));
  });
  model.add(tf.layers.flatten({ name: "flat" }));
  model.add(tf.layers.dense({ name: "bottleneck", units: bottleneck, ...initialized() }));
  model.add(tf.layers.dense({ name: "layout", units: FIRST_POINTS * DECODER_FILTERS, activation: "elu", ...initialized() }));
  model.add(tf.layers.reshape({ name: "points", targetShape: [FIRST_POINTS, DECODER_FILTERS] }));
  for (let doubling = 1; doubling <= DOUBLINGS; doubling++) {
    // Each point gives two, side by side (sub-pixel convolution: Shi et al., CVPR 2016).
    model.add(convolution(`draw-${doubling}`, { filters: 2 * DECODER_FILTERS }));
    model.add(tf.layers.reshape({ name: `doubled-${doubling}`, targetShape: [FIRST_POINTS * 2 ** doubling, DECODER_FILTERS] }));
  }
  model.add(tf.layers.conv1d({ name: "samples", filters: 1, kernelSize: KERNEL_SIZE, padding: "same", ...initialized() }));
  return model;
}
