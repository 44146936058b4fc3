import { expose } from "comlink";
import type { BeatInput, BeatModelId } from "../../../../src/models/beat-model.ts";
import { loadBeatModel } from "../../../../src/models/beat-models.ts";
import { browserWasmPaths } from "../../../../src/models/backends/browser-wasm-paths.ts";
import { installBackends } from "../../../../src/models/backends/install-backends.ts";
import { artifactFetcher } from "../../../../src/worker/fetch-artifact.ts";
import { beatsFile, metaOf } from "../bench-models.ts";
import { onnxSubject } from "../onnx-subject.ts";
import type { Subject } from "../subject.ts";
import { tfjsSubject } from "../tfjs-subject.ts";
import { treesSubject } from "../trees-subject.ts";

export type RuntimeId = "wasm" | "cpu" | "webgl" | "trees" | "onnx-1d" | "onnx-2d" | "app";

/** The build puts this script into assets/ beside index.html. */
const baseUrl = new URL("..", self.location.href);
const readArtifact = artifactFetcher(baseUrl);
let subject: Subject | null = null;

function makeSubject(runtime: Exclude<RuntimeId, "app">): Subject {
  switch (runtime) {
    case "trees":
      return treesSubject(readArtifact);
    case "onnx-1d":
      return onnxSubject("1d", baseUrl);
    case "onnx-2d":
      return onnxSubject("2d", baseUrl);
    case "wasm":
    case "cpu":
    case "webgl":
      return tfjsSubject({ backend: runtime, wasmPaths: browserWasmPaths, readArtifact });
  }
}

function opened(): Subject {
  if (subject === null) throw new Error("No runtime is open.");
  return subject;
}

const worker = {
  /** The runtime's name, or null where it is not to be had. `app` stands for the models as the app's worker runs them. */
  async open(runtime: RuntimeId): Promise<string | null> {
    if (runtime === "app") {
      installBackends(browserWasmPaths);
      return "app";
    }
    subject = makeSubject(runtime);
    return subject.start();
  },
  load: (id: BeatModelId) => opened().load(id),
  /** The outputs for the first `count` beats, as plain numbers. */
  answer: async (id: BeatModelId, count: number) => Array.from(await opened().answer(id, await beats(id, count))),
  time: async (id: BeatModelId, count: number, leastMs: number) => opened().time(id, await beats(id, count), leastMs),
  /** A whole check of `count` beats, the model's loading included. */
  async runWhole(id: BeatModelId, count: number): Promise<{ readonly ms: number; readonly backend: string }> {
    const input = await beats(id, count);
    const model = await loadBeatModel(id);
    const startMs = performance.now();
    const { backend } = await model.run(input, { parameters: {}, readArtifact, signal: new AbortController().signal, onProgress: () => undefined });
    return { ms: performance.now() - startMs, backend };
  },
};

export type BenchWorker = typeof worker;

/** `count` beats of the model's length: those that the bench serves, over and over. */
async function beats(id: BeatModelId, count: number): Promise<BeatInput> {
  const { samplesPerBeat } = metaOf(id);
  const response = await fetch(new URL(beatsFile(samplesPerBeat), baseUrl));
  const served = new Float32Array(await response.arrayBuffer());
  return { count, samplesPerBeat, samples: Float32Array.from({ length: count * samplesPerBeat }, (_, index) => served[index % served.length]) };
}

expose(worker);
