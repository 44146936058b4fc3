import { wrap, type Remote } from "comlink";
import type { BenchWorker, RuntimeId } from "./bench.worker.ts";

/** A worker for each runtime, so that none shares a heap with another. */
const workers = new Map<string, Remote<BenchWorker>>();

async function open(runtime: RuntimeId): Promise<string | null> {
  const worker = wrap<BenchWorker>(new Worker(new URL("./bench.worker.ts", import.meta.url), { type: "module" }));
  workers.set(runtime, worker);
  return worker.open(runtime);
}

function workerOf(runtime: RuntimeId): Remote<BenchWorker> {
  const worker = workers.get(runtime);
  if (worker === undefined) throw new Error(`${runtime} is not open`);
  return worker;
}

/** What the bench calls from outside. */
const bench = {
  open,
  load: async (runtime: RuntimeId, ...call: Parameters<BenchWorker["load"]>) => workerOf(runtime).load(...call),
  answer: async (runtime: RuntimeId, ...call: Parameters<BenchWorker["answer"]>) => workerOf(runtime).answer(...call),
  time: async (runtime: RuntimeId, ...call: Parameters<BenchWorker["time"]>) => workerOf(runtime).time(...call),
  runWhole: async (runtime: RuntimeId, ...call: Parameters<BenchWorker["runWhole"]>) => workerOf(runtime).runWhole(...call),
};

export type BenchPage = typeof bench;

Object.assign(window, { bench });
