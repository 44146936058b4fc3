import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { differentiableLstmSequence, lstmSequence, type LstmWeights } from "./lstm-sequence.ts";

const [BATCH, TIME, FEATURES, UNITS] = [3, 6, 2, 4];

beforeAll(() => installBackends(nodeWasmPaths));

/** The same numbers on every backend. */
function example() {
  const normal = (shape: number[], seed: number) => tf.randomNormal(shape, 0, 1, "float32", seed);
  const inputs = normal([BATCH, TIME, FEATURES], 1) as tf.Tensor3D;
  const kernel = normal([FEATURES, 4 * UNITS], 2) as tf.Tensor2D;
  const recurrentKernel = normal([UNITS, 4 * UNITS], 3) as tf.Tensor2D;
  const bias = normal([4 * UNITS], 4) as tf.Tensor1D;
  return { inputs, weights: { kernel, recurrentKernel, bias } };
}

/** Gradients of a sum in which every output counts differently. */
function gradients(compute: (inputs: tf.Tensor3D, weights: LstmWeights) => tf.Tensor3D): Promise<number[][]> {
  const all = tf.tidy(() => {
    const { inputs, weights } = example();
    const importance = tf.randomNormal([BATCH, TIME, UNITS], 0, 1, "float32", 5);
    const loss = (x: tf.Tensor, kernel: tf.Tensor, recurrentKernel: tf.Tensor, bias: tf.Tensor) =>
      tf.sum(tf.mul(importance, compute(x as tf.Tensor3D, { kernel, recurrentKernel, bias } as LstmWeights)));
    return tf.grads(loss)([inputs, weights.kernel, weights.recurrentKernel, weights.bias]);
  });
  return Promise.all(all.map(async (gradient) => [...(await gradient.data())])).finally(() => tf.dispose(all));
}

function expectClose(actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  expected.forEach((values, i) => values.forEach((value, j) => expect(actual[i][j]).toBeCloseTo(value, 4)));
}

describe.each(["cpu", "wasm"])("an LSTM's sequence on %s", (backend) => {
  beforeAll(() => tf.setBackend(backend));

  it("is what the standard layer computes cell by cell", async () => {
    const [ours, standard] = tf.tidy(() => {
      const { inputs, weights } = example();
      const layer = tf.layers.lstm({ units: UNITS, returnSequences: true, recurrentActivation: "sigmoid", inputShape: [TIME, FEATURES] });
      const model = tf.sequential({ layers: [layer] });
      layer.setWeights([weights.kernel, weights.recurrentKernel, weights.bias]);
      return [lstmSequence(inputs, weights), model.predict(inputs) as tf.Tensor3D];
    });
    expectClose([[...(await ours.data())]], [[...(await standard.data())]]);
    expect(Math.max(...(await standard.data()))).toBeGreaterThan(0.5);
    tf.dispose([ours, standard]);
  });

  it("has the gradients that follow from its operations one by one", async () => {
    expectClose(await gradients(differentiableLstmSequence), await gradients(lstmSequence));
  });

  it("leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    await gradients(differentiableLstmSequence);
    expect(tf.memory().numTensors).toBe(before);
  });
});

it("has the same gradients on WASM as on the CPU, none of them all zero", async () => {
  await tf.setBackend("cpu");
  const expected = await gradients(differentiableLstmSequence);
  await tf.setBackend("wasm");
  expectClose(await gradients(differentiableLstmSequence), expected);
  for (const values of expected) expect(Math.max(...values.map(Math.abs))).toBeGreaterThan(0.1);
});
