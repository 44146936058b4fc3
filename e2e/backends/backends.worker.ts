import * as tf from "@tensorflow/tfjs";
import type { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl";
import { expose } from "comlink";
import { samplesOf } from "../../src/ecg/beats/table.ts";
import { readBeatFiles } from "../../src/ecg/reading/beats/read-beats.ts";
import { browserWasmPaths } from "../../src/models/backends/browser-wasm-paths.ts";
import { chooseBackend } from "../../src/models/backends/choose-backend.ts";
import { installBackends } from "../../src/models/backends/install-backends.ts";
import type { BeatInput, BeatModelId } from "../../src/models/beat-model.ts";
import { loadBeatModel } from "../../src/models/beat-models.ts";
import { toProblem } from "../../src/ecg/problem.ts";
import { requireGpu } from "../../src/models/backends/lost-gpu.ts";
import { artifactFetcher } from "../../src/worker/fetch-artifact.ts";

/** The build puts this script into assets/ beside index.html. */
const baseUrl = new URL("..", self.location.href);
const control = { signal: new AbortController().signal, onProgress: () => undefined };

installBackends(browserWasmPaths);

export interface Checked {
  readonly outputs: readonly number[];
  /** after each check */
  readonly tensors: readonly number[];
  /** of textures in use and kept for use; 0 where there is no GPU */
  readonly gpuBytes: readonly number[];
}

const worker = {
  /** Checks the first `beats` of a shipped sample with a shipped model, `checks` times, as the app's worker does but on the backend asked for. */
  async check({ id, sample, beats, backend, checks }: { id: BeatModelId; sample: string; beats: number; backend: string; checks: number }): Promise<Checked> {
    await chooseBackend();
    if (!(await tf.setBackend(backend))) throw new Error(`There is no ${backend} here.`);
    const input = await firstBeats(sample, beats);
    const model = await loadBeatModel(id);
    const memory: tf.MemoryInfo[] = [];
    let outputs = new Float32Array();
    for (let check = 0; check < checks; check++) {
      ({ outputs } = await model.run(input, { ...control, parameters: {}, readArtifact: artifactFetcher(baseUrl) }));
      memory.push(tf.memory());
    }
    return { outputs: [...outputs], tensors: memory.map(({ numTensors }) => numTensors), gpuBytes: memory.map((each) => (each as { numBytesInGPUAllocated?: number }).numBytesInGPUAllocated ?? 0) };
  },

  /** Takes the GPU away as a restarting driver does; gives the problem that is then said, and the backend that goes on. */
  async loseGpu(): Promise<{ readonly code: string; readonly sentence: string; readonly backend: string }> {
    await chooseBackend();
    if (!(await tf.setBackend("webgl"))) throw new Error("There is no webgl here.");
    await requireGpu();
    (tf.backend() as Pick<MathBackendWebGL, "gpgpu"> & tf.KernelBackend).gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
    const { code, sentence } = await requireGpu().then(() => ({ code: "none", sentence: "" }), (cause: unknown) => toProblem(cause));
    return { code, sentence, backend: tf.getBackend() };
  },
};

export type BackendsWorker = typeof worker;

async function firstBeats(sample: string, count: number): Promise<BeatInput> {
  const response = await fetch(new URL(`samples/${sample}`, baseUrl));
  const outcome = await readBeatFiles([new File([await response.blob()], sample)], null, control);
  if (outcome.kind !== "table") throw new Error(`${sample} is asked about.`);
  const { beats } = outcome.table;
  const samples = Float32Array.from({ length: count * beats.samplesPerBeat }, (_, i) => samplesOf(beats, Math.floor(i / beats.samplesPerBeat))[i % beats.samplesPerBeat]);
  return { count, samplesPerBeat: beats.samplesPerBeat, samples };
}

expose(worker);
