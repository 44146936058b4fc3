import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "./install-backends.ts";
import { nodeWasmPaths } from "./node-wasm-paths.ts";

interface Case {
  batch: number;
  input: [number, number];
  kernel: [number, number];
  channels: [number, number];
  stride: number;
  pad: "same" | "valid";
}

const cases: Case[] = [
  { batch: 3, input: [1, 32], kernel: [1, 5], channels: [4, 8], stride: 1, pad: "same" },
  { batch: 3, input: [1, 32], kernel: [1, 5], channels: [4, 8], stride: 1, pad: "valid" },
  { batch: 2, input: [1, 31], kernel: [1, 4], channels: [3, 5], stride: 1, pad: "same" },
  { batch: 2, input: [1, 31], kernel: [1, 4], channels: [3, 5], stride: 1, pad: "valid" },
  { batch: 5, input: [1, 17], kernel: [1, 1], channels: [7, 2], stride: 1, pad: "same" },
  { batch: 1, input: [1, 9], kernel: [1, 9], channels: [1, 1], stride: 1, pad: "valid" },
  { batch: 4, input: [1, 6], kernel: [1, 9], channels: [2, 3], stride: 1, pad: "same" },
  { batch: 128, input: [1, 33], kernel: [1, 7], channels: [8, 16], stride: 1, pad: "same" },
  { batch: 3, input: [1, 20], kernel: [1, 3], channels: [4, 6], stride: 2, pad: "same" },
  { batch: 3, input: [1, 20], kernel: [1, 4], channels: [4, 6], stride: 3, pad: "valid" },
  { batch: 2, input: [8, 7], kernel: [3, 2], channels: [3, 4], stride: 1, pad: "same" },
  { batch: 2, input: [8, 7], kernel: [3, 3], channels: [3, 4], stride: 2, pad: "valid" },
];

beforeAll(() => installBackends(nodeWasmPaths));

describe("convolution gradients on WASM equal those of the CPU backend", () => {
  it.each(cases)("batch $batch, input $input, kernel $kernel, channels $channels, stride $stride, $pad", async (shape) => {
    const expected = await gradients("cpu", shape);
    const actual = await gradients("wasm", shape);
    expect(largestDifference(actual.input, expected.input)).toBeLessThan(1e-5);
    expect(largestDifference(actual.filter, expected.filter)).toBeLessThan(1e-5);
  });

  it("computes the weight gradient by hand for one filter tap", async () => {
    await tf.setBackend("wasm");
    const x = tf.tensor3d([1, 2, 3, 4], [1, 4, 1]);
    const sumOfConvolution = (filter: tf.Tensor) => tf.conv1d(x, filter as tf.Tensor3D, 1, "valid").sum();
    const slope = tf.tidy(() => tf.grad(sumOfConvolution)(tf.tensor3d([1, 1], [2, 1, 1])));
    expect([...(await slope.data())]).toEqual([1 + 2 + 3, 2 + 3 + 4]);
    tf.dispose([x, slope]);
  });
});

describe("layers in training on WASM", () => {
  it("computes the gradients of convolution, batch norm, pooling, dropout and dense layers as the CPU backend does", async () => {
    const expected = await networkGradients("cpu");
    const actual = await networkGradients("wasm");
    expect(actual.length).toBe(expected.length);
    expected.forEach((gradient, index) => expect(largestDifference(actual[index], gradient)).toBeLessThan(1e-5));
  });

  it("leaves no tensor behind", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    await gradients("wasm", cases[0]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

async function gradients(backend: string, { batch, input, kernel, channels, stride, pad }: Case) {
  await tf.setBackend(backend);
  const [dx, dw] = tf.tidy(() => {
    const x = tf.randomNormal<tf.Rank.R4>([batch, ...input, channels[0]], 0, 1, "float32", 1);
    const filter = tf.randomNormal<tf.Rank.R4>([...kernel, ...channels], 0, 1, "float32", 2);
    const loss = (x: tf.Tensor, filter: tf.Tensor): tf.Scalar => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad).sin().mean();
    return tf.grads(loss)([x, filter]);
  });
  const result = { input: await dx.data(), filter: await dw.data() };
  tf.dispose([dx, dw]);
  return result;
}

async function networkGradients(backend: string): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const seeded = (seed: number) => tf.initializers.glorotUniform({ seed });
  const model = tf.sequential({
    layers: [
      tf.layers.conv1d({ inputShape: [24, 3], filters: 8, kernelSize: 5, padding: "same", kernelInitializer: seeded(1) }),
      tf.layers.batchNormalization(),
      tf.layers.activation({ activation: "relu" }),
      tf.layers.maxPooling1d({ poolSize: 2 }),
      tf.layers.conv1d({ filters: 8, kernelSize: 3, padding: "same", activation: "relu", kernelInitializer: seeded(2) }),
      tf.layers.averagePooling1d({ poolSize: 2 }),
      tf.layers.dropout({ rate: 0.25, seed: 3 }),
      tf.layers.globalAveragePooling1d(),
      tf.layers.dense({ units: 4, activation: "sigmoid", kernelInitializer: seeded(4) }),
    ],
  });
  const { grads, value } = tf.tidy(() => {
    const x = tf.randomNormal([16, 24, 3], 0, 1, "float32", 5);
    const y = tf.randomUniform([16, 4], 0, 1, "float32", 6);
    return tf.variableGrads(() => (model.apply(x, { training: true }) as tf.Tensor).sub(y).abs().mean());
  });
  const result = await Promise.all(Object.values(grads).map(async (gradient) => new Float32Array(await gradient.data())));
  tf.dispose([value, ...Object.values(grads)]);
  model.dispose();
  return result;
}

function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  return Array.from(expected).reduce((largest, value, index) => Math.max(largest, Math.abs(value - actual[index])), 0);
}
