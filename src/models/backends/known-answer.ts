import * as tf from "@tensorflow/tfjs";

/** As many windows, channels and filters as a heart-rate network has, so that the time it takes tells something. */
const BATCH = 256;
const WIDTH = 64;
const CHANNELS = 8;
const FILTERS = 16;
const TAPS = 7;

/** What `prepareTestInference` gives for its windows; window n holds the same numbers as window n + 4. */
const KNOWN_ANSWER: readonly number[] = [380, 394, 682, 672];

/** Half-precision GPUs differ by about 1e-3, which would carry scores across a threshold. */
const RELATIVE_TOLERANCE = 1e-4;

/**
 * A small convolutional network with fixed weights, to be run on whatever backend is set: one number for each of 256
 * windows. Inputs and weights are small whole numbers, so that single precision computes it without rounding.
 */
export function prepareTestInference(): () => Promise<Float32Array> {
  const inputs = inputWindows();
  const first = wholeNumbers(TAPS * CHANNELS * FILTERS, 5, 7);
  const second = wholeNumbers(TAPS * FILTERS * FILTERS, 3, 5);
  const last = wholeNumbers(FILTERS, 2, 3);
  return async () => {
    const output = tf.tidy(() => {
      const windows = tf.tensor4d(inputs, [BATCH, 1, WIDTH, CHANNELS]);
      const hidden = tf.conv2d(windows, tf.tensor4d(first, [1, TAPS, CHANNELS, FILTERS]), 1, "same").relu<tf.Tensor4D>();
      const pooled = tf.maxPool(hidden, [1, 2], [1, 2], "valid");
      const deeper = tf.conv2d(pooled, tf.tensor4d(second, [1, TAPS, FILTERS, FILTERS]), 1, "same").relu();
      return tf.matMul(deeper.max<tf.Tensor2D>([1, 2]), tf.tensor2d(last, [FILTERS, 1]));
    });
    const values = new Float32Array(await output.data());
    output.dispose();
    return values;
  };
}

/** Whether `answer` is the known one in every window. */
export function isKnownAnswer(answer: Float32Array): boolean {
  if (answer.length !== BATCH) return false;
  return answer.every((value, window) => {
    const expected = KNOWN_ANSWER[window % KNOWN_ANSWER.length];
    return Math.abs(value - expected) <= RELATIVE_TOLERANCE * expected;
  });
}

function inputWindows(): Float32Array {
  const size = WIDTH * CHANNELS;
  const inputs = new Float32Array(BATCH * size);
  for (let i = 0; i < inputs.length; i++) {
    const window = Math.floor(i / size) % KNOWN_ANSWER.length;
    inputs[i] = (((i % size) * (7 + window)) % 11) - 5;
  }
  return inputs;
}

/** The numbers −⌊modulus / 2⌋ … ⌊modulus / 2⌋, over and over, shifted by one after each round. */
function wholeNumbers(length: number, factor: number, modulus: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => ((i * factor + Math.floor(i / modulus)) % modulus) - Math.floor(modulus / 2));
}
