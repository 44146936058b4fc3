import * as tf from "@tensorflow/tfjs";
import { loadLayersModel } from "../../../src/models/artifacts/layers-model.ts";
import { installBackends, type WasmPaths } from "../../../src/models/backends/install-backends.ts";
import type { BackendId } from "../../../src/models/backends/try-backend.ts";
import { webglRenderer } from "../../../src/models/backends/webgl-renderer.ts";
import type { BeatInput, BeatModelId } from "../../../src/models/beat-model.ts";
import type { ReadArtifact } from "../../../src/models/detector.ts";
import { fuseConvolutions } from "../../../src/models/backends/fuse-convolutions.ts";
import { computeSequences } from "../../../src/models/lstm-autoencoder/compute-sequences.ts";
import { networkShapes } from "./bench-models.ts";
import { meanMs, type Subject } from "./subject.ts";

interface TfjsSurroundings {
  readonly backend: BackendId;
  readonly wasmPaths: WasmPaths;
  readonly readArtifact: ReadArtifact;
}

/** What the app does to a network that it has loaded, before it runs it. */
const PREPARE: Readonly<Partial<Record<BeatModelId, (model: tf.LayersModel) => tf.LayersModel>>> = {
  "beat-cnn": fuseConvolutions,
  "lstm-fcn": fuseConvolutions,
  "lstm-autoencoder": computeSequences,
};

/** The shipped networks in TensorFlow.js on one backend, loaded and run as the app does. */
export function tfjsSubject({ backend, wasmPaths, readArtifact }: TfjsSurroundings): Subject {
  const models = new Map<BeatModelId, tf.LayersModel>();

  async function answer(id: BeatModelId, { samples, samplesPerBeat, count }: BeatInput): Promise<Float32Array> {
    const model = models.get(id);
    if (model === undefined) throw new Error(`${id} is not loaded`);
    const output = tf.tidy(() => model.apply(tf.tensor3d(samples, [count, samplesPerBeat, 1]), { training: false }) as tf.Tensor);
    const values = await output.data<"float32">();
    output.dispose();
    return values;
  }

  return {
    async start() {
      const renderer = webglRenderer();
      if (backend === "webgl" && renderer.kind === "none") return null;
      installBackends(wasmPaths);
      if (!(await tf.setBackend(backend))) return null;
      if (renderer.kind !== "none" && backend === "webgl") return renderer.kind === "software" ? "WebGL in software" : `WebGL (${renderer.name})`;
      if (backend === "cpu") return "CPU";
      return (await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")) === true ? "WASM SIMD" : "WASM";
    },
    async load(id) {
      const { model } = await loadLayersModel(readArtifact, id, networkShapes(id));
      models.set(id, PREPARE[id]?.(model) ?? model);
    },
    answer,
    time: (id, beats, leastMs) => meanMs(() => answer(id, beats), leastMs),
  };
}
