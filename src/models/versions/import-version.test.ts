import * as tf from "@tensorflow/tfjs";
import { readdir } from "node:fs/promises";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { zipFiles } from "../../ecg/export/zip-files.ts";
import type { ArtifactFiles } from "../../lifecycle/registry/model-version.ts";
import { layersModelFiles } from "../artifacts/layers-model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { ALL_MODELS } from "../catalog.ts";
import type { ModelId } from "../model-id.ts";
import { importVersion } from "./import-version.ts";
import { portableFiles } from "./portable-files.ts";

const read = readArtifactsFrom(SHIPPED_MODELS);

async function shippedFiles(id: ModelId): Promise<ArtifactFiles> {
  const names = await readdir(`${SHIPPED_MODELS}/${id}`);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, new Uint8Array(await read(`${id}/${name}`))] as const)));
}

const archive = (files: ArtifactFiles): File => new File([zipFiles(new Map(Object.entries(files)), new Date(2026, 0, 1))], "version.zip");
const picked = (files: ArtifactFiles): File[] => Object.entries(files).map(([name, bytes]) => new File([bytes], name));
const importFiles = (id: ModelId, files: readonly File[]) => importVersion(id, files, read);
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A network of one dense layer over flattened input. */
async function smallNetwork(input: number[], output: number[], { activation = "softmax", value = 0.01 }: { activation?: "softmax" | "linear"; value?: number } = {}): Promise<ArtifactFiles> {
  const units = output.reduce((product, size) => product * size, 1);
  const kernelInitializer = tf.initializers.constant({ value });
  const network = tf.sequential({ layers: [tf.layers.flatten({ name: "flat", inputShape: input }), tf.layers.dense({ name: "out", units, activation, kernelInitializer }), tf.layers.reshape({ name: "shape", targetShape: output })] });
  const files = await layersModelFiles(network);
  network.dispose();
  return Object.fromEntries([...files].map(([name, bytes]) => [name, new Uint8Array(bytes)]));
}

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the import of a version", { timeout: 120_000 }, () => {
  it.each(ALL_MODELS.map(({ id }) => id).filter((id) => id !== "rolling-median"))("takes an exported archive of %s as it is, byte for byte, and leaves no tensor behind", async (id) => {
    const files = await shippedFiles(id);
    const before = tf.memory().numTensors;
    const version = await importFiles(id, [archive(await portableFiles(id, files))]);
    const kept = Object.keys(version.files).sort();
    expect(kept.filter((name) => Object.hasOwn(files, name))).toEqual(kept);
    for (const name of kept) expect(Buffer.from(version.files[name]).equals(Buffer.from(files[name])), name).toBe(true);
    expect(version.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect((await importFiles(id, picked(files))).sha256).toBe(version.sha256);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("takes a network of other layers with the same ends, without a card", async () => {
    const version = await importFiles("beat-cnn", picked(await smallNetwork([187, 1], [5])));
    expect(Object.keys(version.files).sort()).toEqual(["model.json", "weights.bin"]);
  });

  it("names both shapes of a network with others", async () => {
    const before = tf.memory().numTensors;
    await expect(importFiles("beat-cnn", picked(await smallNetwork([140, 1], [5])))).rejects.toThrow("model.json: the network takes [any,140,1] and gives [any,5], not [any,187,1] to [any,5].");
    await expect(importFiles("lstm-fcn", picked(await smallNetwork([187, 1], [2])))).rejects.toThrow("the network takes [any,187,1] and gives [any,2], not [any,187,1] to [any,5].");
    expect(tf.memory().numTensors).toBe(before);
  });

  it("asks a network about an example before it is kept", async () => {
    await expect(importFiles("beat-cnn", picked(await smallNetwork([187, 1], [5], { activation: "linear" })))).rejects.toMatchObject({ code: "no-probabilities" });
    const errors = { "validation-errors.bin": new Uint8Array(Float32Array.of(1, 2).buffer) };
    await expect(importFiles("conv-autoencoder", picked({ ...(await smallNetwork([140, 1], [140, 1], { activation: "linear", value: NaN })), ...errors }))).rejects.toMatchObject({ code: "no-finite-answer" });
  });

  it("says so where a network builds and cannot be computed", async () => {
    const files = await smallNetwork([187, 1], [5]);
    const topology = new TextDecoder().decode(files["model.json"]).replace('"activation":"softmax"', '"activation":"AveragePooling1D"');
    const before = tf.memory().numTensors;
    await expect(importFiles("beat-cnn", picked({ ...files, "model.json": new TextEncoder().encode(topology) }))).rejects.toMatchObject({ code: "no-answer" });
    expect(tf.memory().numTensors).toBe(before);
  });

  it("asks for what a model needs beside its network", async () => {
    const autoencoder = await smallNetwork([140, 1], [140, 1], { activation: "linear" });
    await expect(importFiles("conv-autoencoder", picked(autoencoder))).rejects.toMatchObject({ code: "missing-errors", message: expect.stringContaining("validation-errors.bin") as string });
    await expect(importFiles("conv-autoencoder", picked({ ...autoencoder, "validation-errors.bin": Uint8Array.of(1, 2, 3) }))).rejects.toMatchObject({ code: "bad-errors" });
    const sorted = await importFiles("conv-autoencoder", picked({ ...autoencoder, "validation-errors.bin": new Uint8Array(Float32Array.of(3, 1, 2).buffer) }));
    expect(new Float32Array(sorted.files["validation-errors.bin"].buffer)).toEqual(Float32Array.of(1, 2, 3));
    const { "card.json": card, ...cnn } = await shippedFiles("heart-rate-cnn");
    expect(card.length).toBeGreaterThan(0);
    await expect(importFiles("heart-rate-cnn", picked(cnn))).rejects.toMatchObject({ code: "bad-card" });
    await expect(importFiles("heart-rate-cnn", picked({ ...cnn, "card.json": json({ threshold: "high" }) }))).rejects.toMatchObject({ code: "bad-card" });
    expect(Object.keys((await importFiles("heart-rate-cnn", picked({ ...cnn, "card.json": json({ threshold: 0.7 }) }))).files)).toContain("card.json");
  });

  it("refuses a reference of the training data that is none", async () => {
    const network = await smallNetwork([187, 1], [5]);
    await expect(importFiles("beat-cnn", picked({ ...network, "reference.json": json({ format: "other" }) }))).rejects.toMatchObject({ code: "broken-model", message: expect.stringContaining("reference") as string });
    const reference = new Uint8Array(await read("beat-cnn/reference.json"));
    expect((await importFiles("beat-cnn", picked({ ...network, "reference.json": reference }))).files["reference.json"]).toEqual(reference);
  });

  it("takes trees that were changed in their JSON, and refuses those of others", async () => {
    const exported = await portableFiles("boosted-trees", await shippedFiles("boosted-trees"));
    const changed = new TextDecoder().decode(exported["trees.json"]).replace(/"startScores":\[[^,]*/, '"startScores":[-3');
    const version = await importFiles("boosted-trees", [archive({ ...exported, "trees.json": new TextEncoder().encode(changed) })]);
    expect(version.fileName).toBe("trees.json");
    expect((await portableFiles("boosted-trees", version.files))["trees.json"]).not.toEqual(exported["trees.json"]);
    await expect(importFiles("boosted-trees", [])).rejects.toMatchObject({ code: "no-trees" });
    await expect(importFiles("boosted-trees", picked({ "trees.bin": exported["trees.bin"].slice(0, 900) }))).rejects.toMatchObject({ code: "broken-model" });
  });

  it.each([
    [{ patients: [] }, "it holds no patients"],
    [{ patients: [{ rateBpm: [60, 61, 62] }] }, "patient 1 has no patientId"],
    [{ patients: [{ patientId: "a", rateBpm: [60, 61] }] }, "fewer than three heart rates"],
    [{ patients: [{ patientId: "a", rateBpm: [60, "x", 61] }] }, "one that is none"],
    [[], "it holds no patients"],
  ])("refuses what a forest cannot be grown from: %j", async (set, sentence) => {
    await expect(importFiles("isolation-forest", picked({ "train.json": json(set) }))).rejects.toMatchObject({ code: "bad-training-set", message: expect.stringContaining(sentence) as string });
  });

  it("has none of the rolling median", async () => {
    await expect(importFiles("rolling-median", [])).rejects.toMatchObject({ code: "not-importable" });
  });
});

describe("an archive", { timeout: 60_000 }, () => {
  const zip = (files: Record<string, Uint8Array>, name = "a.zip") => new File([new Uint8Array(zipSync(files))], name);
  const one = Uint8Array.of(1);

  it.each([
    ["a path that leads out of it", () => zip({ "../model.json": one }), "bad-path"],
    ["an absolute path", () => zip({ "/etc/model.json": one }), "bad-path"],
    ["two files of one name", () => zip({ "a/model.json": one, "b/model.json": one }), "same-name"],
    ["too many files", () => zip(Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`${i}.bin`, one]))), "too-many-files"],
    ["more in it than a model may have", () => zip({ "model.json": new Uint8Array(65 * 2 ** 20) }), "too-large"],
    ["no archive in it", () => new File(["<html>"], "a.zip"), "bad-zip"],
    ["nothing of a model", () => zip({ "readme.txt": one }), "no-model-json"],
  ])("is refused with %s", async (_, file, code) => {
    await expect(importFiles("beat-cnn", [file()])).rejects.toMatchObject({ code });
  });

  it("may have the files in a folder, as the shipped ones are saved", async () => {
    const inFolder = Object.fromEntries(Object.entries(await shippedFiles("beat-cnn")).map(([name, bytes]) => [`beat-cnn/${name}`, bytes]));
    expect((await importFiles("beat-cnn", [archive(inFolder)])).fileName).toBe("model.json");
  });
});
