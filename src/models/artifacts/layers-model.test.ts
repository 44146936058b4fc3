import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { ReadArtifact } from "../detector.ts";
import { layersModelFiles, loadLayersModel } from "./layers-model.ts";
import { sha256 } from "./sha256.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

const SHAPES = { input: [null, 16, 2], output: [null, 3] };

function network(): tf.LayersModel {
  const glorot = (seed: number) => tf.initializers.glorotUniform({ seed });
  return tf.sequential({
    name: "network",
    layers: [
      tf.layers.conv1d({ name: "convolution", inputShape: [16, 2], filters: 4, kernelSize: 3, activation: "relu", kernelInitializer: glorot(1) }),
      tf.layers.batchNormalization({ name: "normalization" }),
      tf.layers.flatten({ name: "flat" }),
      tf.layers.dense({ name: "output", units: 3, activation: "softmax", kernelInitializer: glorot(2) }),
    ],
  });
}

async function saved(): Promise<Map<string, Uint8Array>> {
  const model = network();
  const files = await layersModelFiles(model);
  model.dispose();
  return files;
}

const reader = (files: Map<string, Uint8Array>): ReadArtifact => (path) =>
  Promise.resolve(new Uint8Array(files.get(path.replace("net/", "")) ?? []).buffer);

describe("a layers model", () => {
  it("in half precision takes half the space and comes back with weights rounded to 11 bits", async () => {
    const model = network();
    const files = await layersModelFiles(model, "float16");
    const whole = await layersModelFiles(model);
    expect(files.get("weights.bin")?.length).toBe((whole.get("weights.bin")?.length ?? 0) / 2);
    const { model: loaded } = await loadLayersModel(reader(files), "net", SHAPES);
    const [given, kept] = await Promise.all([model, loaded].map(async (each) => Promise.all(each.getWeights().map(async (weight) => weight.data()))));
    given.forEach((values, layer) => values.forEach((value, i) => expect(Math.abs(kept[layer][i] - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11)));
    model.dispose();
    loaded.dispose();
  });

  it("comes back from its files with the same outputs to 1e-6", async () => {
    const model = network();
    const { model: loaded } = await loadLayersModel(reader(await layersModelFiles(model)), "net", SHAPES);
    const inputs = tf.randomNormal([5, 16, 2], 0, 1, "float32", 9);
    const [expected, actual] = [model.predict(inputs) as tf.Tensor, loaded.predict(inputs) as tf.Tensor];
    const difference = tf.tidy(() => expected.sub(actual).abs().max());
    expect((await difference.data())[0]).toBeLessThan(1e-6);
    expect((await actual.data())[0]).toBeGreaterThan(0);
    tf.dispose([inputs, expected, actual, difference]);
    model.dispose();
    loaded.dispose();
  });

  it("gives the same bytes, and so the same SHA-256, when built anew", async () => {
    const [first, second] = [await saved(), await saved()];
    expect(second).toEqual(first);
    const { model, sha256: hash } = await loadLayersModel(reader(first), "net", SHAPES);
    expect(hash).toBe(await sha256(...first.values()));
    model.dispose();
  });

  it("is refused, with both shapes named, where another shape is expected", async () => {
    const before = tf.memory().numTensors;
    const read = reader(await saved());
    await expect(loadLayersModel(read, "net", { ...SHAPES, input: [null, 32, 2] })).rejects.toThrow(
      "net/model.json: the model's input has the shape [any, 16, 2], not [any, 32, 2] as expected",
    );
    await expect(loadLayersModel(read, "net", { ...SHAPES, output: [null, 1] })).rejects.toMatchObject({ code: "unexpected-model-shape" });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("is refused where its files are cut short or are something else", async () => {
    const files = await saved();
    const weights = files.get("weights.bin") ?? new Uint8Array();
    const cut = new Map(files).set("weights.bin", weights.slice(0, weights.length - 4));
    const page = new Map(files).set("model.json", new TextEncoder().encode("<!doctype html>"));
    for (const broken of [cut, page]) {
      await expect(loadLayersModel(reader(broken), "net", SHAPES)).rejects.toMatchObject({ code: "broken-model" });
    }
  });
});

it("sha256 hashes its parts as one", async () => {
  const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await sha256(new TextEncoder().encode("ab"), new TextEncoder().encode("c").buffer)).toBe(abc);
});
