import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { buildNetwork } from "./build.ts";
import { imputationFrom, metadataOf } from "./inputs.ts";
import { predictNetwork } from "./classifier.ts";
import { diagnose } from "./model.ts";
import { decodeClassifierFile } from "./classifier-file.ts";
import { importVersion } from "../versions/import-version.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";

const read = readArtifactsFrom(SHIPPED_MODELS);
const importNetwork = (files: readonly File[]) => importVersion("twelve-lead", files, read);
const classifierOf = (files: ArtifactFiles) => decodeClassifierFile(files["classifier.json"].slice().buffer, "classifier.json");
const optionsOf = (files: ArtifactFiles) => ({ ...quietControl(), parameters: {}, readArtifact: (path: string) => Promise.resolve(files[path.slice("twelve-lead/".length)].slice().buffer) });
const file = (name: string, content: BlobPart): File => new File([content], name);
const json = (name: string, value: unknown): File => file(name, JSON.stringify(value));

/** The parts of a model.json that tests change. */
interface ModelJson {
  format?: string;
  modelTopology: unknown;
  weightsManifest: { paths: string[]; weights: { dtype: string }[] }[];
}

async function shipped(): Promise<readonly [model: File, weights: File]> {
  return [file("model.json", await read("twelve-lead/model.json")), file("weights.bin", await read("twelve-lead/weights.bin"))];
}

async function filesOf(network: tf.LayersModel): Promise<readonly File[]> {
  const files = await layersModelFiles(network);
  network.dispose();
  return [...files].map(([name, bytes]) => file(name, new Uint8Array(bytes)));
}

/** The shipped network's files with its model.json changed. */
async function changed(change: (model: ModelJson) => unknown): Promise<readonly File[]> {
  const [model, weights] = await shipped();
  const parsed = JSON.parse(await model.text()) as ModelJson;
  return [json("model.json", change(parsed) ?? parsed), weights];
}

/** A small network whose inputs come in the other order and under other names. */
function otherNetwork({ samples = 1000, activation = "sigmoid", bias = -2 }: { samples?: number; activation?: "sigmoid" | "linear"; bias?: number } = {}): tf.LayersModel {
  const fields = tf.input({ name: "patient", shape: [7] });
  const waves = tf.input({ name: "ecg", shape: [samples, 12] });
  const pooled = tf.layers.globalAveragePooling1d({ name: "pooled" }).apply(waves) as tf.SymbolicTensor;
  const joined = tf.layers.concatenate({ name: "joined" }).apply([fields, pooled]) as tf.SymbolicTensor;
  const outputs = tf.layers.dense({ name: "classes", units: 5, activation, kernelInitializer: tf.initializers.constant({ value: 0.01 }), biasInitializer: tf.initializers.constant({ value: bias }) }).apply(joined) as tf.SymbolicTensor;
  return tf.model({ inputs: [fields, waves], outputs });
}

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

/** As tensorflowjs_converter writes a Keras 2 network: normalised signals averaged over time, beside the metadata, to five sigmoids. */
function kerasFiles(normalization: object = {}): readonly File[] {
  const node = (...names: string[]) => [names.map((name) => [name, 0, 0, {}])];
  const input = (name: string, shape: readonly number[]) => ({ class_name: "InputLayer", config: { batch_input_shape: [null, ...shape], dtype: "float32", sparse: false, ragged: false, name }, name, inbound_nodes: [] });
  const layers = [
    input("ecg_input", [1000, 12]),
    { class_name: "Normalization", config: { name: "normalization", trainable: true, dtype: "float32", axis: [-1], invert: false, mean: null, variance: null, ...normalization }, name: "normalization", inbound_nodes: node("ecg_input") },
    { class_name: "GlobalAveragePooling1D", config: { name: "pool", trainable: true, dtype: "float32", data_format: "channels_last", keepdims: false }, name: "pool", inbound_nodes: node("normalization") },
    input("meta_input", [7]),
    { class_name: "Concatenate", config: { name: "join", trainable: true, dtype: "float32", axis: -1 }, name: "join", inbound_nodes: node("pool", "meta_input") },
    {
      class_name: "Dense", name: "out", inbound_nodes: node("join"),
      config: {
        name: "out", trainable: true, dtype: "float32", units: 5, activation: "sigmoid", use_bias: true,
        kernel_initializer: { class_name: "GlorotUniform", config: { seed: null } }, bias_initializer: { class_name: "Zeros", config: {} },
        kernel_regularizer: null, bias_regularizer: null, activity_regularizer: null, kernel_constraint: null, bias_constraint: null,
      },
    },
  ];
  const config = { name: "model", trainable: true, layers, input_layers: [["ecg_input", 0, 0], ["meta_input", 0, 0]], output_layers: [["out", 0, 0]] };
  const weights = [
    { name: "normalization/count", shape: [], dtype: "int32" }, { name: "normalization/mean", shape: [12], dtype: "float32" }, { name: "normalization/variance", shape: [12], dtype: "float32" },
    { name: "out/bias", shape: [5], dtype: "float32" }, { name: "out/kernel", shape: [19, 5], dtype: "float32" },
  ];
  const model = {
    format: "layers-model", generatedBy: "keras v2.13.1", convertedBy: "TensorFlow.js Converter v4.22.0",
    modelTopology: { keras_version: "2.13.1", backend: "tensorflow", model_config: { class_name: "Functional", config } },
    weightsManifest: [{ paths: ["group1-shard1of1.bin"], weights }],
  };
  const floats = Float32Array.from([...new Array<number>(12).fill(1), ...new Array<number>(12).fill(4), ...new Array<number>(5).fill(0), ...new Array<number>(95).fill(0.1)]);
  return [json("model.json", model), new File([Int32Array.of(12_000), floats], "group1-shard1of1.bin")];
}

describe("a network of the user's", { timeout: 120_000 }, () => {
  it("is the shipped network where that is what was picked, at thresholds of one half", async () => {
    const before = tf.memory().numTensors;
    const [model, weights] = await shipped();
    const { files, fileName } = await importNetwork([weights, model]);
    expect(fileName).toBe("model.json");
    expect(Object.keys(files).sort()).toEqual(["classifier.json", "model.json", "weights.bin"]);
    expect(files["weights.bin"]).toEqual(new Uint8Array(await weights.arrayBuffer()));
    expect(classifierOf(files)).toMatchObject({ thresholds: [0.5, 0.5, 0.5, 0.5, 0.5], networkShare: 1, trees: null, imported: { fileName: "model.json" } });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("answers alone in a diagnosis, told the fields in its own order, and is named there", async () => {
    const { files } = await importNetwork(await filesOf(otherNetwork()));
    const leads = Array.from({ length: 12 }, () => new Float32Array(1000).fill(1));
    const patient = { ageYears: 60, sex: "female", heightCm: 170, weightKg: 70 } as const;
    const before = tf.memory().numTensors;
    const diagnosis = await diagnose({ leads, samplingRateHz: 100, patient }, optionsOf(files));
    const expected = 1 / (1 + Math.exp(2 - 0.01 * (60 + 1 + 170 + 70 + 12)));
    expect(Array.from(diagnosis.probabilities, (value) => value.toFixed(4))).toEqual(new Array(5).fill(expected.toFixed(4)));
    expect(diagnosis).toMatchObject({ thresholds: [0.5, 0.5, 0.5, 0.5, 0.5], imported: { fileName: "model.json" } });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("comes with the classifier and the trees that were exported with it, and answers as before", async () => {
    const names = ["card.json", "classifier.json", "model.json", "trees.bin", "weights.bin"];
    const { files } = await importNetwork(await Promise.all(names.map(async (name) => file(name, await read(`twelve-lead/${name}`)))));
    expect(Object.keys(files).sort()).toEqual(names);
    for (const name of names) expect(Buffer.from(files[name]).equals(Buffer.from(await read(`twelve-lead/${name}`))), name).toBe(true);
  });

  it.each([
    ["other classes", { classes: ["NORM"] }, "its classes are not NORM, MI, STTC, CD, HYP"],
    ["thresholds of text", { thresholds: ["a", 0, 0, 0, 0] }, "five thresholds"],
    ["no imputation", { imputation: { age: 1 } }, "its imputation does not say a number"],
    ["a share above one", { networkShare: 7 }, "networkShare"],
    ["fewer trees than it says", { trees: { perClass: 3, features: [] } }, "it says 3 trees of each class"],
    ["fewer features than its trees ask for", { trees: { perClass: 200, features: ["rrMs"] } }, "asks for more features"],
  ])("is refused with a classifier of %s", async (_, change, sentence) => {
    const classifier = JSON.parse(new TextDecoder().decode(await read("twelve-lead/classifier.json"))) as object;
    const picked = [...(await shipped()), json("classifier.json", { ...classifier, ...change }), file("trees.bin", await read("twelve-lead/trees.bin"))];
    await expect(importNetwork(picked)).rejects.toMatchObject({ code: "bad-classifier", message: expect.stringContaining(sentence) as string });
  });

  it("is saved in several shards, below a folder or not, and in half precision", async () => {
    const [model, weights] = await shipped();
    const parsed = JSON.parse(await model.text()) as ModelJson;
    const paths = ["part/group1-shard1of2.bin", "part/group1-shard2of2.bin"];
    const sharded = json("my-model.json", { ...parsed, weightsManifest: [{ ...parsed.weightsManifest[0], paths }] });
    const bytes = await weights.arrayBuffer();
    const network = await importNetwork([file("group1-shard2of2.bin", bytes.slice(1000)), sharded, file("group1-shard1of2.bin", bytes.slice(0, 1000))]);
    expect([network.fileName, Buffer.from(network.files["weights.bin"]).equals(Buffer.from(bytes))]).toEqual(["my-model.json", true]);
  });

  it("takes the thresholds of a card", async () => {
    const thresholds = { NORM: 0.4, MI: 0.1, STTC: 0.2, CD: 0, HYP: 1 };
    expect(classifierOf((await importNetwork([...(await shipped()), json("card.json", { thresholds })])).files).thresholds).toEqual([0.4, 0.1, 0.2, 0, 1]);
    await expect(importNetwork([...(await shipped()), json("card.json", { thresholds: { ...thresholds, CD: "low" } })])).rejects.toMatchObject({ code: "bad-card", message: expect.stringContaining("no threshold of CD") as string });
    await expect(importNetwork([...(await shipped()), file("card.json", "{")])).rejects.toMatchObject({ code: "bad-card" });
  });

  it("is one that was converted from Keras, its counter in int32", async () => {
    const { files } = await importNetwork(kerasFiles());
    const leads = Array.from({ length: 12 }, () => new Float32Array(1000).fill(5));
    const patient = { ageYears: 0, sex: "male", heightCm: 0, weightKg: 0 } as const;
    const { probabilities } = await diagnose({ leads, samplingRateHz: 100, patient }, optionsOf(files));
    const expected = 1 / (1 + Math.exp(-0.1 * 12 * ((5 - 1) / 2)));
    probabilities.forEach((value) => expect(value).toBeCloseTo(expected, 5));
  });

  it.each([[{ mean: [1], variance: [1] }], [{ invert: true }], [{ axis: [1] }], [{ axis: null }]])("is refused where it normalises in another way: %j", async (normalization) => {
    await expect(importNetwork(kerasFiles(normalization))).rejects.toMatchObject({ code: "broken-model", message: expect.stringContaining("only a Normalization that was adapted to data over the last axis is known here") as string });
  });

  it.each([
    ["no model.json", async () => [(await shipped())[1]], "no-model-json", "There is no model.json among these files"],
    ["two models", async () => [...(await shipped()), json("other.json", {})], "no-model-json", "cannot both be the model"],
    ["no JSON", async () => [file("model.json", "<!doctype html>"), (await shipped())[1]], "bad-model-json", "model.json: this is no JSON"],
    ["other JSON", async () => [json("model.json", [1]), (await shipped())[1]], "bad-model-json", "holds no object"],
    ["another object", () => changed(() => ({ layers: [] })), "bad-model-json", "no modelTopology and weightsManifest"],
    ["a graph model", () => changed((model) => ({ ...model, format: "graph-model" })), "bad-model-json", "--output_format=tfjs_layers_model"],
    ["weights of text", () => changed((model) => void (model.weightsManifest[0].weights[0].dtype = "string")), "bad-model-json", "of a kind that is not known here"],
    ["a shard that is named twice", () => changed((model) => void model.weightsManifest[0].paths.push("weights.bin")), "bad-model-json", "several times"],
    ["a shard that is not there", async () => [(await shipped())[0]], "missing-shards", "weights.bin is not here"],
    ["a shard cut short", async () => [(await shipped())[0], file("weights.bin", new Uint8Array(1000))], "wrong-weight-bytes", "and holds 1,000"],
    ["more than it may have", () => Promise.resolve([file("model.json", new Uint8Array(65 * 2 ** 20))]), "too-large", "65 MB, more than the 64 MB"],
    ["a topology that does not build", () => changed((model) => ({ ...model, modelTopology: { class_name: "Model", config: { layers: [] } } })), "broken-model", "cannot be loaded"],
  ] as const)("is refused with %s", async (_, files, code, sentence) => {
    const before = tf.memory().numTensors;
    await expect(files().then((picked) => importNetwork(picked))).rejects.toMatchObject({ code, message: expect.stringContaining(sentence) as string });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("is refused by the name of a layer that is not known here", async () => {
    const files = await changed((model) => JSON.parse(JSON.stringify(model).replaceAll('"class_name":"GlobalAveragePooling1D"', '"class_name":"Lambda"')) as unknown);
    await expect(importNetwork(files)).rejects.toMatchObject({ code: "unknown-layers", message: expect.stringContaining("Lambda (mean-over-time)") as string });
  });

  it("is refused with both shapes where it takes others, and where it gives no probabilities", async () => {
    const before = tf.memory().numTensors;
    await expect(importNetwork(await filesOf(otherNetwork({ samples: 500 })))).rejects.toThrow(
      "model.json: the network takes patient [any,7] and ecg [any,500,12] and gives [any,5], not signals [any,1000,12] and metadata [any,7] to [any,5].",
    );
    await expect(importNetwork(await filesOf(otherNetwork({ activation: "linear", bias: 7 })))).rejects.toMatchObject({ code: "no-probabilities" });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("gives what it gave before it was saved", async () => {
    const network = buildNetwork({ dropout: 0.3, seed: 5 });
    const signals = Float32Array.from({ length: 12_000 }, (_, i) => Math.sin(i / 50));
    const metadata = metadataOf({ ageYears: 50, sex: null, heightCm: null, weightKg: null }, imputationFrom([]));
    const expected = await predictNetwork(network, signals, metadata);
    const imported = await importNetwork(await filesOf(network));
    const leads = Array.from({ length: 12 }, (_, lead) => Float32Array.from({ length: 1000 }, (__, i) => signals[12 * i + lead]));
    const patient = { ageYears: 50, sex: "male", heightCm: 0, weightKg: 0 } as const;
    const { probabilities } = await diagnose({ leads, samplingRateHz: 100, patient }, optionsOf(imported.files));
    probabilities.forEach((value, k) => expect(value).toBeCloseTo(expected[k], 4));
  });
});
