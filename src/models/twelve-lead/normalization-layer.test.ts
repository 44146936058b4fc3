import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { layersModelFiles, loadLayersModel } from "../artifacts/layers-model.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { Normalization } from "./normalization-layer.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

/** Two channels of mean 10 and −2 and variance 4 and 0. */
function scaling(): tf.LayersModel {
  const input = tf.input({ shape: [3, 2], name: "input" });
  const layer = new Normalization({ name: "normalization" });
  const model = tf.model({ inputs: input, outputs: layer.apply(input) as tf.SymbolicTensor });
  layer.adapt([10, -2], [4, 0]);
  return model;
}

const scaled = (model: tf.LayersModel) => tf.tidy(() => Array.from((model.predict(tf.tensor3d([[[10, -2], [12, -2], [4, -2]]])) as tf.Tensor).dataSync()));

describe("Keras' Normalization", () => {
  it("takes the mean off and divides by the deviation, and does not divide by zero", () => {
    const model = scaling();
    expect(scaled(model)).toEqual([0, 0, 1, 0, -3, 0]);
    expect(model.countParams()).toBe(2 + 2 + 1);
    expect(model.trainableWeights).toEqual([]);
    model.dispose();
  });

  it("is saved and loaded again as a layer like any other", async () => {
    const model = scaling();
    const files = await layersModelFiles(model, "float16");
    const readArtifact = (path: string) => Promise.resolve(new Uint8Array(files.get(path.replace("net/", "")) ?? []).buffer);
    const { model: loaded } = await loadLayersModel(readArtifact, "net", { input: [null, 3, 2], output: [null, 3, 2] });
    expect(scaled(loaded)).toEqual(scaled(model));
    model.dispose();
    loaded.dispose();
  });
});
