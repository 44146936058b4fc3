import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { loadBeatModel } from "../beat-models.ts";
import { loadDetector } from "../detectors.ts";
import type { ModelLoaders } from "./answer-known-input.ts";

/** The shipped models in Node; for scripts and tests. */
export const nodeLoaders: ModelLoaders = {
  loadDetector,
  loadBeatModel,
  loadArrhythmiaModel: async () => (await import("../arrhythmia/model.ts")).classifyBeats,
  loadTwelveLeadModel: async () => (await import("../twelve-lead/model.ts")).diagnose,
  readArtifact: readArtifactsFrom(SHIPPED_MODELS),
};
