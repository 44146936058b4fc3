import * as ort from "onnxruntime-web/wasm";
import wasmUrl from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import type { Convolutions } from "../onnx/translate-layer.ts";
import type { BeatInput, BeatModelId } from "../../../src/models/beat-model.ts";
import { onnxFile } from "./bench-models.ts";
import { meanMs, type Subject } from "./subject.ts";

/** Networks exported to ONNX, in ONNX Runtime Web: WASM with SIMD on one thread, as TensorFlow.js runs here, with all its graph optimisations. */
export function onnxSubject(convolutions: Convolutions, baseUrl: URL): Subject {
  const sessions = new Map<BeatModelId, ort.InferenceSession>();

  async function answer(id: BeatModelId, { samples, samplesPerBeat, count }: BeatInput): Promise<Float32Array> {
    const session = sessions.get(id);
    if (session === undefined) throw new Error(`${id} is not loaded`);
    const shape = convolutions === "1d" ? [count, 1, samplesPerBeat] : [count, 1, 1, samplesPerBeat];
    const outputs = await session.run({ beats: new ort.Tensor("float32", samples, shape) });
    return (await outputs[session.outputNames[0]].getData()) as Float32Array;
  }

  return {
    start() {
      ort.env.wasm.numThreads = 1;
      ort.env.wasm.wasmPaths = { wasm: wasmUrl };
      return Promise.resolve(`onnxruntime-web WASM SIMD, ${convolutions.toUpperCase()} convolutions`);
    },
    async load(id) {
      const response = await fetch(new URL(onnxFile(id, convolutions), baseUrl));
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      sessions.set(id, await ort.InferenceSession.create(await response.arrayBuffer(), { executionProviders: ["wasm"], graphOptimizationLevel: "all" }));
    },
    answer,
    time: (id, beats, leastMs) => meanMs(() => answer(id, beats), leastMs),
  };
}
