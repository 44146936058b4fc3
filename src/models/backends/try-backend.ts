import * as tf from "@tensorflow/tfjs";
import { isKnownAnswer, prepareTestInference } from "./known-answer.ts";

export type BackendId = "webgl" | "wasm" | "cpu";

/** How a backend did in the test inference. */
export type Trial = { readonly kind: "right"; readonly ms: number } | { readonly kind: "unusable"; readonly why: string };

/** The first run compiles shaders and allocates, so the best of a few tells a backend's speed. */
const TIMED_RUNS = 3;

/**
 * Sets the backend and lets it answer the test inference, all within `limitMs`. A backend that fails, answers wrongly
 * or not in time is removed, so that a start still pending cannot take over later.
 */
export async function tryBackend(backend: BackendId, limitMs: number): Promise<Trial> {
  const factory: unknown = tf.findBackendFactory(backend);
  if (typeof factory !== "function") return { kind: "unusable", why: "it is not there" };
  try {
    return { kind: "right", ms: await withinTime(limitMs, timeTestInference(backend)) };
  } catch (cause) {
    tf.removeBackend(backend);
    return { kind: "unusable", why: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function timeTestInference(backend: BackendId): Promise<number> {
  if (!(await tf.setBackend(backend))) throw new Error("it did not start");
  const testInference = prepareTestInference();
  if (!isKnownAnswer(await testInference())) throw new Error("its answer to the test inference was wrong");
  let fastestMs = Infinity;
  for (let run = 0; run < TIMED_RUNS; run++) {
    const start = performance.now();
    await testInference();
    fastestMs = Math.min(fastestMs, performance.now() - start);
  }
  return fastestMs;
}

/** Rejects after `limitMs`, even if `work` never settles. */
export async function withinTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
