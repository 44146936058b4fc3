import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { layerTable, layerTableOf } from "./layer-table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "./node-artifacts.ts";

const read = readArtifactsFrom(SHIPPED_MODELS);

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the layer table of a shipped network", () => {
  it("has the published autoencoder's three dense layers", async () => {
    expect(await layerTableOf(read, "dense-autoencoder")).toEqual({
      layers: [
        { name: "encoder", type: "Dense", outputShape: [null, 16], parameters: 3 * 16 + 16, connectedTo: [] },
        { name: "hidden", type: "Dense", outputShape: [null, 32], parameters: 16 * 32 + 32, connectedTo: ["encoder"] },
        { name: "decoder", type: "Dense", outputShape: [null, 3], parameters: 32 * 3 + 3, connectedTo: ["hidden"] },
      ],
      totalParameters: 64 + 544 + 99,
      trainableParameters: 64 + 544 + 99,
    });
  });

  it("has the heart-rate network's members side by side, and their mean", async () => {
    const table = await layerTableOf(read, "heart-rate-cnn");
    const members = 12;
    const [input, ...layers] = table?.layers ?? [];
    expect(input).toMatchObject({ type: "InputLayer", parameters: 0, outputShape: [null, 144, 4], connectedTo: [] });
    expect(layers).toHaveLength(members * 5 + 1);
    expect(layers.find(({ name }) => name === "member-1-conv-1")).toEqual({
      name: "member-1-conv-1", type: "Conv1D", outputShape: [null, 140, 16], parameters: 5 * 4 * 16 + 16, connectedTo: [input.name],
    });
    expect(layers.find(({ name }) => name === "member-12-conv-2")).toMatchObject({ outputShape: [null, 136, 16], parameters: 5 * 16 * 16 + 16, connectedTo: ["member-12-conv-1"] });
    expect(layers.at(-1)).toMatchObject({ type: "Average", outputShape: [null, 128, 1], parameters: 0, connectedTo: Array.from({ length: members }, (_, i) => `member-${i + 1}-score`) });
    const ofMember = 5 * 4 * 16 + 16 + 3 * (5 * 16 * 16 + 16) + 16 + 1;
    expect(ofMember).toBe(4241);
    expect(table?.totalParameters).toBe(members * ofMember);
  });

  it("leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    await layerTableOf(read, "heart-rate-cnn");
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each(["rolling-median", "isolation-forest", "boosted-trees"] as const)("is null for %s, which has no layers", async (id) => {
    expect(await layerTableOf(read, id)).toBeNull();
  });
});

it("counts the moving mean and variance of a batch normalisation as not trainable", () => {
  const model = tf.sequential({
    layers: [
      tf.layers.conv1d({ name: "convolution", inputShape: [20, 1], filters: 4, kernelSize: 3, useBias: false }),
      tf.layers.batchNormalization({ name: "normalization" }),
    ],
  });
  expect(layerTable(model)).toMatchObject({ totalParameters: 12 + 16, trainableParameters: 12 + 8 });
  model.dispose();
});
