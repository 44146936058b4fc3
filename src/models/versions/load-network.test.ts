import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { toProblem } from "../../ecg/problem.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { loadNetwork } from "./load-network.ts";
import { readNetworkFiles } from "./network-files.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

/** A small network whose topology is changed as text. */
async function changed(layers: tf.layers.Layer[], from: string, to: string) {
  const network = tf.sequential({ layers });
  const files = await layersModelFiles(network);
  network.dispose();
  const topology = new TextDecoder().decode(files.get("model.json")).replace(from, to);
  return readNetworkFiles(new Map([["model.json", new TextEncoder().encode(topology)], ["weights.bin", new Uint8Array(files.get("weights.bin") ?? [])]]), []);
}

const dense = () => [tf.layers.dense({ name: "out", units: 5, inputShape: [187] })];

describe("a topology whose words are none", () => {
  it.each([
    ["an object for the name of a layer's kind", '"class_name":"Dense"', '"class_name":{}', "unknown-layers"],
    ["an object for an activation", '"activation":"linear"', '"activation":{"class_name":{}}', "broken-model"],
    ["an object for the name of a weight's kind", '"shape":[187,5],"dtype":"float32"', '"shape":[187,5],"dtype":{}', "bad-model-json"],
    ["a weight's kind that is a property of every object", '"shape":[187,5],"dtype":"float32"', '"shape":[187,5],"dtype":"constructor"', "bad-model-json"],
    ["a name of a layer that no tensor can have", '"name":"out"', '"name":"out|"', "broken-model"],
    ["an object for a size", '"batch_input_shape":[null', '"batch_input_shape":[{}', "too-large-layer"],
    ["an object for the name of a weight", '"name":"out/kernel"', '"name":{}', "broken-model"],
  ])("%s is refused in words, and leaves nothing behind", async (_, from, to, code) => {
    const before = tf.memory().numTensors;
    const problem = await changed(dense(), from, to).then(loadNetwork).then(() => null, toProblem);
    expect(problem).toMatchObject({ code });
    expect(problem?.sentence).not.toContain("[object");
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("a topology that asks for more than its files hold", () => {
  it.each([
    ["weights of a terabyte", dense, '"units":5', '"units":1000000000', "broken-model", "more weights than its files, as far as out"],
    ["weights twice as many", dense, '"units":5', '"units":100', "broken-model", "more weights than its files"],
    ["numbers between its layers without end", () => [tf.layers.repeatVector({ name: "again", n: 3, inputShape: [2] })], '"n":3', '"n":1000000000', "too-large-layer", "its layer again gives [any,1000000000,2]"],
  ] as const)("%s is refused, and leaves nothing behind", async (_, layers, from, to, code, words) => {
    const files = await changed(layers(), from, to);
    const before = tf.memory().numTensors;
    await expect(loadNetwork(files)).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string });
    expect(tf.memory().numTensors).toBe(before);
    (await loadNetwork(await changed(layers(), from, from))).dispose();
  });
});
