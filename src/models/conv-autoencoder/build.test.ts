import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { layersModelFiles, loadLayersModel } from "../artifacts/layers-model.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { buildConvAutoencoder, CONV_AUTOENCODER_SHAPES } from "./build.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the convolutional autoencoder", () => {
  it("narrows a beat to its bottleneck and widens it again", () => {
    const model = buildConvAutoencoder({ bottleneck: 4, seed: 1 });
    expect(model.layers.map(({ name, outputShape }) => [name, ...(outputShape as number[]).slice(1)])).toEqual([
      ["read-1", 70, 16], ["read-2", 35, 32], ["read-3", 18, 32], ["flat", 576], ["bottleneck", 4],
      ["layout", 560], ["points", 35, 16], ["draw-1", 35, 32], ["doubled-1", 70, 16], ["draw-2", 70, 32], ["doubled-2", 140, 16], ["samples", 140, 1],
    ]);
    expect(model.countParams()).toBe(23_397);
    model.dispose();
  });

  it("comes back from its files with the same outputs to 1e-6", async () => {
    const model = buildConvAutoencoder({ bottleneck: 4, seed: 1 });
    const files = await layersModelFiles(model);
    const read = (path: string) => Promise.resolve(new Uint8Array(files.get(path.replace("conv/", "")) ?? []).buffer);
    const { model: loaded } = await loadLayersModel(read, "conv", CONV_AUTOENCODER_SHAPES);
    const inputs = tf.randomNormal([3, 140, 1], 0, 1, "float32", 3);
    const [expected, actual] = [model.predict(inputs) as tf.Tensor, loaded.predict(inputs) as tf.Tensor];
    const values = await actual.data();
    (await expected.data()).forEach((value, i) => expect(Math.abs(values[i] - value)).toBeLessThan(1e-6));
    expect(Math.max(...values)).toBeGreaterThan(0.01);
    tf.dispose([inputs, expected, actual]);
    [model, loaded].forEach((each) => each.dispose());
  });
});
