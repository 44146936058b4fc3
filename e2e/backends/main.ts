import { wrap } from "comlink";
import type { BackendsWorker } from "./backends.worker.ts";

const worker = wrap<BackendsWorker>(new Worker(new URL("./backends.worker.ts", import.meta.url), { type: "module" }));

Object.assign(window, { check: (...call: Parameters<BackendsWorker["check"]>) => worker.check(...call), loseGpu: () => worker.loseGpu() });
