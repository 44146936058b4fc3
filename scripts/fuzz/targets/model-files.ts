import * as tf from "@tensorflow/tfjs";
import { layersModelFiles } from "../../../src/models/artifacts/layers-model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import type { ModelId } from "../../../src/models/model-id.ts";
import { importVersion } from "../../../src/models/versions/import-version.ts";
import { fileOf, type Files } from "../file-target.ts";

/** Of what ships, for what an imported version lacks. */
export const readShipped = readArtifactsFrom(SHIPPED_MODELS);

export async function shippedFile(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readShipped(path));
}

/** The files of a small network with these ends. */
export async function networkFiles(layers: readonly tf.layers.Layer[]): Promise<Files> {
  const network = tf.sequential({ layers: [...layers] });
  const files = await layersModelFiles(network);
  network.dispose();
  return [...files].map(([name, bytes]) => fileOf(name, bytes));
}

export async function startTensorFlow(): Promise<void> {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
}

/** Imports a version as the app does; no tensor may be left behind, whatever comes of it. */
export async function importedOrRefused(modelId: ModelId, files: readonly File[]): Promise<string> {
  const before = tf.memory().numTensors;
  try {
    const { sha256 } = await importVersion(modelId, files, readShipped);
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("The version has no hash.");
  } finally {
    const left = tf.memory().numTensors - before;
    if (left > 0) throw new Error(`${left} tensors were left behind.`); // eslint-disable-line no-unsafe-finally -- a leak counts more than a refusal
  }
  return "version";
}
