import * as tf from "@tensorflow/tfjs";
import { type BackendId, type Trial, tryBackend } from "./try-backend.ts";
import { type WebglRenderer, webglRenderer } from "./webgl-renderer.ts";

export interface ChosenBackend {
  readonly backend: BackendId;
  /** "WASM (SIMD)", "WASM", "CPU", or "WebGL (…)" with the name of the GPU */
  readonly name: string;
  /** how it was decided, in a sentence or two */
  readonly reason: string;
}

/** WASM is fetched first, which may take a while on a slow line; a GPU that has not answered by then is broken. */
const LIMIT_MS: Readonly<Record<BackendId, number>> = { wasm: 30_000, webgl: 5_000, cpu: 30_000 };

let chosen: Promise<ChosenBackend> | null = null;
/** why, by backend, for the life of this thread */
const rejected = new Map<BackendId, string>();

/**
 * The TensorFlow backend of this thread, decided once by a known-answer inference under a time limit: WebGL if a real
 * GPU answers rightly and faster than WASM, else WASM, else the CPU. Every use of TensorFlow awaits this first;
 * `installBackends` must have been called. Rejects only if not even the CPU computes rightly.
 */
export function chooseBackend(): Promise<ChosenBackend> {
  chosen ??= start();
  return chosen;
}

/**
 * Takes the backend in use out of use, as one that was found to compute wrongly, and decides anew among the others.
 * Nothing that was computed on it may still be needed. Rejects where none is left.
 */
export async function rejectBackend(why: string): Promise<ChosenBackend> {
  const { backend } = await chooseBackend();
  rejected.set(backend, why);
  tf.removeBackend(backend);
  chosen = start();
  return chosen;
}

async function start(): Promise<ChosenBackend> {
  const simd = (await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")) === true;
  const choice = await decide({ simd, renderer: webglRenderer(), attempt });
  await tf.setBackend(choice.backend);
  return choice;
}

function attempt(id: BackendId): Promise<Trial> {
  const why = rejected.get(id);
  return why === undefined ? tryBackend(id, LIMIT_MS[id]) : Promise.resolve({ kind: "unusable", why });
}

export interface Surroundings {
  readonly simd: boolean;
  readonly renderer: WebglRenderer;
  readonly attempt: (backend: BackendId) => Promise<Trial>;
}

/** The decision itself, on whatever the trials give. */
export async function decide({ simd, renderer, attempt }: Surroundings): Promise<ChosenBackend> {
  const wasmName = simd ? "WASM (SIMD)" : "WASM";
  const wasm = await attempt("wasm");
  const webgl = renderer.kind === "hardware" ? await attempt("webgl") : whyNotTried(renderer);
  const reason = [describe(wasmName, wasm), describe("WebGL", webgl)].join(" ");

  if (renderer.kind === "hardware" && webgl.kind === "right" && (wasm.kind === "unusable" || webgl.ms < wasm.ms)) {
    return { backend: "webgl", name: `WebGL (${renderer.name})`, reason };
  }
  if (wasm.kind === "right") return { backend: "wasm", name: wasmName, reason };
  const cpu = await attempt("cpu");
  if (cpu.kind === "unusable") throw new Error(`No TensorFlow backend works here. ${reason} ${describe("The CPU", cpu)}`);
  return { backend: "cpu", name: "CPU", reason };
}

function whyNotTried(renderer: Exclude<WebglRenderer, { kind: "hardware" }>): Trial {
  return { kind: "unusable", why: renderer.kind === "software" ? `it is rendered in software (${renderer.name})` : "there is none here" };
}

function describe(name: string, trial: Trial): string {
  return trial.kind === "right" ? `${name} answered the test inference in ${trial.ms.toFixed(1)} ms.` : `${name} is not used: ${trial.why}.`;
}
