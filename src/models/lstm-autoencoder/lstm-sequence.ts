import * as tf from "@tensorflow/tfjs";

/** An LSTM's weights as TensorFlow.js keeps them; the gates side by side: input, forget, candidate, output. */
export interface LstmWeights {
  /** [features, 4 · units] */
  readonly kernel: tf.Tensor2D;
  /** [units, 4 · units] */
  readonly recurrentKernel: tf.Tensor2D;
  /** [4 · units] */
  readonly bias: tf.Tensor1D;
}

/**
 * The outputs of an LSTM (Hochreiter and Schmidhuber, 1997, with forget gates) at every time step, from a state of zero:
 * [batch, time, features] to [batch, time, units]. The gates are sigmoids, candidate and state pass through tanh, as in
 * `tf.layers.lstm` with `recurrentActivation: "sigmoid"`.
 */
export function lstmSequence(inputs: tf.Tensor3D, weights: LstmWeights): tf.Tensor3D {
  return tf.tidy(() => stacked(forward(inputs, weights).map(({ output }) => output)));
}

/**
 * As `lstmSequence`, with its gradient by backpropagation through time. What does not depend on the step before is
 * computed for all steps at once, so that one product forward and one back are left for each step, and no weight's gradient
 * is summed step by step. Products with a transposed factor, which are slow on the WASM backend, are avoided.
 */
export function differentiableLstmSequence(inputs: tf.Tensor3D, { kernel, recurrentKernel, bias }: LstmWeights): tf.Tensor3D {
  const sequence = tf.customGrad((...args) => {
    const [x, w, u, b, save] = args as unknown as [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D, tf.Tensor1D, (tensors: tf.Tensor[]) => void];
    const steps = forward(x, { kernel: w, recurrentKernel: u, bias: b });
    const outputs = stacked(steps.map(({ output }) => output));
    save([x, w, u, outputs, stacked(steps.map(({ gates }) => gates)), stacked(steps.map(({ state }) => state))]);
    return { value: outputs, gradFunc: (dOutputs, saved) => backward(dOutputs as tf.Tensor3D, saved as Saved) };
  });
  return sequence(inputs, kernel, recurrentKernel, bias) as tf.Tensor3D;
}

interface Step {
  /** [batch, units] */
  readonly output: tf.Tensor2D;
  readonly state: tf.Tensor2D;
  /** sigmoids, [batch, 4 · units]; the candidate's, σ(2z), is still to be brought to −1..1 */
  readonly gates: tf.Tensor2D;
}

function forward(x: tf.Tensor3D, { kernel, recurrentKernel, bias }: LstmWeights): Step[] {
  const [batch, time, features] = x.shape;
  const units = recurrentKernel.shape[0];
  // tanh(z) = 2 σ(2z) − 1: with the candidate's weights doubled, one sigmoid serves all four gates.
  const doubled = tf.concat([tf.ones([2 * units]), tf.fill([units], 2), tf.ones([units])]);
  const recurrent = tf.mul<tf.Tensor2D>(recurrentKernel, doubled);
  const projected = tf.reshape(tf.mul(tf.add(tf.matMul(tf.reshape(x, [-1, features]), kernel), bias), doubled), [batch, time, 4 * units]);
  const steps: Step[] = [];
  let output: tf.Tensor2D = tf.zeros([batch, units]);
  let state: tf.Tensor2D = output;
  for (let t = 0; t < time; t++) {
    const step = tf.tidy(() => {
      const gates = tf.sigmoid<tf.Tensor2D>(tf.add(stepOf(projected, t), tf.matMul(output, recurrent)));
      const [i, f, g, o] = [0, 1, 2, 3].map((gate) => tf.slice(gates, [0, gate * units], [batch, units]));
      const next = tf.add<tf.Tensor2D>(tf.mul(f, state), tf.mul(i, signed(g)));
      return { output: tf.mul<tf.Tensor2D>(o, tanh(next)), state: next, gates };
    });
    ({ output, state } = step);
    steps.push(step);
  }
  return steps;
}

/** Steps of [batch, n] as [batch, time, n]. */
const stacked = (steps: tf.Tensor2D[]): tf.Tensor3D => tf.stack(steps, 1) as tf.Tensor3D;

type Saved = [tf.Tensor3D, tf.Tensor2D, tf.Tensor2D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];

/** Backpropagation through time: the gradients of inputs, kernel, recurrent kernel and bias. */
function backward(dOutputs: tf.Tensor3D, [x, kernel, recurrentKernel, outputs, gates, states]: Saved): tf.Tensor[] {
  const [batch, time, features] = x.shape;
  const units = recurrentKernel.shape[0];
  const [i, f, unsigned, o] = [0, 1, 2, 3].map((gate) => tf.slice(gates, [0, 0, gate * units], [batch, time, units]));
  const g = signed(unsigned);
  const squashed = tanh(states);

  // What the gradients of state and output are multiplied by on their way back, for all steps at once.
  const toState = tf.mul(o, oneMinusSquare(squashed));
  const toGates = tf.concat([tf.mul(g, slope(i)), tf.mul(delayed(states), slope(f)), tf.mul(i, oneMinusSquare(g)), tf.mul(squashed, slope(o))], 2);
  const transposed = tf.transpose(recurrentKernel);

  let dh: tf.Tensor = tf.zeros([batch, units]);
  let dc: tf.Tensor = dh;
  const dGates = new Array<tf.Tensor2D>(time);
  for (let t = time - 1; t >= 0; t--) {
    const step = tf.tidy(() => {
      const dHere = tf.add(stepOf(dOutputs, t), dh);
      const dState = tf.add(dc, tf.mul(dHere, stepOf(toState, t)));
      const dGate = tf.mul<tf.Tensor2D>(tf.concat([dState, dState, dState, dHere], 1), stepOf(toGates, t));
      return { dGate, dc: tf.mul(dState, stepOf(f, t)), dh: tf.matMul(dGate, transposed) };
    });
    ({ dh, dc } = step);
    dGates[t] = step.dGate;
  }

  const dZ = tf.reshape(stacked(dGates), [-1, 4 * units]);
  return [
    tf.reshape(tf.matMul(dZ, tf.transpose(kernel)), x.shape),
    tf.matMul(tf.transpose(tf.reshape(x, [-1, features])), dZ),
    tf.matMul(tf.transpose(tf.reshape(delayed(outputs), [-1, units])), dZ),
    tf.sum(dZ, 0),
  ];
}

/** One step later along the time axis, zero first. */
function delayed(sequence: tf.Tensor3D): tf.Tensor3D {
  const [batch, time, units] = sequence.shape;
  return tf.concat([tf.zeros([batch, 1, units]), tf.slice(sequence, [0, 0, 0], [batch, time - 1, units])], 1);
}

/** [batch, units] of one step. */
function stepOf(sequence: tf.Tensor, step: number): tf.Tensor2D {
  const [batch, , units] = sequence.shape;
  return tf.reshape(tf.slice(sequence, [0, step, 0], [batch, 1, units]), [batch, units]);
}

/** From the range 0..1 to −1..1. */
const signed = <T extends tf.Tensor>(x: T): T => tf.sub(tf.mul(x, 2), 1);

/** By the sigmoid, which on the WASM backend is eight times as fast as `tf.tanh`. */
const tanh = <T extends tf.Tensor>(x: T): T => signed(tf.sigmoid(tf.mul(x, 2)));

const slope = (sigmoid: tf.Tensor): tf.Tensor => tf.mul(sigmoid, tf.sub(1, sigmoid));
const oneMinusSquare = (x: tf.Tensor): tf.Tensor => tf.sub(1, tf.square(x));
