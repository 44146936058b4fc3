import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { defineTarget } from "../fuzz-target.ts";
import { fileOf, fileTarget, type Files } from "../file-target.ts";
import { mutateBytes } from "../mutate/mutate-bytes.ts";
import { mutateJson } from "../mutate/mutate-value.ts";
import { importedOrRefused, networkFiles, startTensorFlow } from "./model-files.ts";

/** Small networks with the ends of a beat classifier: one of each kind of layer that ours have. */
async function corpus(): Promise<readonly Files[]> {
  await startTensorFlow();
  const ends = { units: 5, activation: "softmax" as const };
  return [
    await networkFiles([tf.layers.globalAveragePooling1d({ name: "mean", inputShape: [187, 1] }), tf.layers.dense({ name: "out", ...ends })]),
    await networkFiles([tf.layers.conv1d({ name: "conv", inputShape: [187, 1], filters: 2, kernelSize: 5, strides: 4 }), tf.layers.batchNormalization({ name: "norm" }), tf.layers.reLU({ name: "relu" }), tf.layers.maxPooling1d({ name: "pool", poolSize: 4 }), tf.layers.flatten({ name: "flat" }), tf.layers.dropout({ name: "drop", rate: 0.1 }), tf.layers.dense({ name: "out", ...ends })]),
    await networkFiles([tf.layers.averagePooling1d({ name: "pool", inputShape: [187, 1], poolSize: 20 }), tf.layers.lstm({ name: "lstm", units: 2 }), tf.layers.dense({ name: "out", ...ends })]),
  ];
}

const topology = fc.record({ modelTopology: fc.record({ class_name: fc.constantFrom("Sequential", "Model", "Functional", "Dense", "__proto__"), config: fc.anything({ maxDepth: 4 }) }), weightsManifest: fc.oneof(fc.constant([]), fc.array(fc.record({ paths: fc.array(fc.string()), weights: fc.array(fc.record({ name: fc.string(), shape: fc.array(fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(1e12, -1, 1.5))), dtype: fc.constantFrom("float32", "int32", "string", "toString") })) }))) });

export const networkTarget = defineTarget(
  fileTarget({
    name: "network",
    corpus,
    mutateFile: ({ name, bytes }, random) => (name.endsWith(".json") ? mutateJson : mutateBytes)(bytes, random),
    generated: topology.map((json) => [fileOf("model.json", JSON.stringify(json)), fileOf("weights.bin", new Uint8Array(40))]),
    read: (files) => importedOrRefused("beat-cnn", files),
  }),
);
