import { expect, it } from "vitest";
import { diagnosticsText, factGroups, testText, type PageFacts } from "./machine-facts.ts";

const page: PageFacts = {
  appVersion: "0.1.0", schemaVersion: 5, userAgent: "Browser/1", hardwareThreads: 2, heapBytes: null, heapLimitBytes: null,
  storage: { persistence: "may-be-cleared", usedBytes: 2_000_000, quotaBytes: null }, serviceWorker: "Active",
};
const machine = { backend: "WASM (SIMD)", reason: "WASM answered.", gpu: null, maxTextureSize: null, tensors: 3, tensorBytes: 2048, tensorFlowVersion: "4.22.0" };

it("says everything in one text, in the order of the page", () => {
  const text = diagnosticsText(factGroups(page, machine), {
    isRunning: false,
    rejected: ["WebGL: off by 3 %. WASM computes in its place."],
    models: [
      { id: "beat-cnn", name: "1D-CNN", takes: "Beats", state: { kind: "tested", test: { modelId: "beat-cnn", isRight: true, backend: "WASM (SIMD)", tolerance: 1e-3, largestDifference: 2.34e-7, outputs: 40, durationMs: 12.4, rejected: [] } } },
      { id: "twelve-lead", name: "Twelve leads", takes: "Leads", state: { kind: "running" } },
    ],
  });
  for (const line of [
    "  Backend of neural networks: WASM (SIMD)", "  GPU: None that WebGL 2 draws with", "  JavaScript heap of the page: The browser does not say", "  Tensors of the worker: 3, 2.0 kB",
    "  Schema of the store: 5", "  1D-CNN (beat-cnn): Right on WASM (SIMD), largest difference 2.3e-7 (allowed 1.0e-3), 12 ms", "  Twelve leads (twelve-lead): Being tested", "  WebGL: off by 3 %. WASM computes in its place.",
  ]) expect(text.split("\n")).toContain(line);
});

it("says what is not known, and what failed", () => {
  expect(factGroups(page, null)[0].facts[0]).toEqual({ term: "Backend of neural networks", text: "None works here" });
  expect(testText({ kind: "failed", problem: { code: "artifact-missing", sentence: "A part is missing.", place: {} } })).toBe("A part is missing.");
});
