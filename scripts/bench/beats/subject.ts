import type { BeatInput, BeatModelId } from "../../../src/models/beat-model.ts";

/** A runtime with models loaded into it, in a worker of the bench page or in Node. */
export interface Subject {
  /** What it runs on, by name; null where that is not to be had here. */
  start(): Promise<string | null>;
  load(id: BeatModelId): Promise<void>;
  /** The model's outputs for a batch. */
  answer(id: BeatModelId, beats: BeatInput): Promise<Float32Array>;
  /** Milliseconds a call of `answer` takes, as the mean of as many calls as fill `leastMs`, at least one. */
  time(id: BeatModelId, beats: BeatInput, leastMs: number): Promise<number>;
}

export async function meanMs(work: () => Promise<unknown>, leastMs: number): Promise<number> {
  const startMs = performance.now();
  let calls = 0;
  let passedMs = 0;
  do {
    await work();
    calls += 1;
    passedMs = performance.now() - startMs;
  } while (passedMs < leastMs);
  return passedMs / calls;
}
