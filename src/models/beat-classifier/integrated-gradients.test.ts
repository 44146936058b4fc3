import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { buildBeatCnn } from "../beat-cnn/build.ts";
import { integratedGradients } from "./integrated-gradients.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

const beat = Float32Array.from({ length: 187 }, (_, t) => Math.exp(-((t - 60) ** 2) / 50) + 0.3 * Math.exp(-t / 4));

describe("integrated gradients", () => {
  it("of a linear model are each sample's own contribution", async () => {
    const kernel = Float32Array.from({ length: 187 * 2 }, (_, i) => (i % 7) - 3);
    const model = tf.sequential({
      layers: [tf.layers.flatten({ inputShape: [187, 1] }), tf.layers.dense({ units: 2, useBias: false, weights: [tf.tensor(kernel, [187, 2])] })],
    });
    const values = await integratedGradients(model, beat, 1);
    values.forEach((value, t) => expect(value).toBeCloseTo(beat[t] * kernel[2 * t + 1], 4));
    model.dispose();
  });

  it("of a network sum to the difference it makes against a flat line, and leave no tensor behind", async () => {
    const model = buildBeatCnn({ dropout: 0.2, seed: 4 });
    const probability = (input: Float32Array) => tf.tidy(() => (model.predict(tf.tensor(input, [1, 187, 1])) as tf.Tensor).dataSync()[2]);
    const before = tf.memory().numTensors;
    const values = await integratedGradients(model, beat, 2);
    expect(tf.memory().numTensors).toBe(before);
    const sum = values.reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(probability(beat) - probability(new Float32Array(187)), 2);
    model.dispose();
  });
});
