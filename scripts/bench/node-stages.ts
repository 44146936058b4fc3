import type { JobControl } from "../../src/ecg/progress.ts";
import { publishedInputs } from "../../src/ecg/heart-rate/published-features.ts";
import type { HeartRateTable } from "../../src/ecg/heart-rate/table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../src/models/artifacts/node-artifacts.ts";
import { installBackends } from "../../src/models/backends/install-backends.ts";
import { nodeWasmPaths } from "../../src/models/backends/node-wasm-paths.ts";
import { type DetectorId, type ParameterValues } from "../../src/models/detector.ts";
import { loadDetector } from "../../src/models/detectors.ts";
import { readTable } from "../lib/read-table.ts";

export interface Stage {
  readonly name: string;
  readonly seconds: number;
  readonly amount: number;
  readonly unit: "MB" | "rows";
}

const control: JobControl = { signal: new AbortController().signal, onProgress: () => undefined };
const readArtifact = readArtifactsFrom(SHIPPED_MODELS);

/** The stages of a check one by one, in this process: the code that the app runs in its worker, without a browser around it. */
export async function timeStages(file: string, cnnFile: string): Promise<Stage[]> {
  installBackends(nodeWasmPaths);
  const reading = await timed(async () => ({ table: await readTable(file, control) }));
  const { table } = reading;
  const features = await timed(() => Promise.resolve({ inputs: table.patients.map(publishedInputs) }));
  const forest = await timed(() => detect("isolation-forest", table, PUBLISHED_FOREST));
  const small = await readTable(cnnFile, control);
  await detect("heart-rate-cnn", small, {}); // fetches and compiles
  const cnn = await timed(() => detect("heart-rate-cnn", small, {}));
  return [
    { name: "Reading", seconds: reading.seconds, amount: megabytes(table), unit: "MB" },
    { name: "Published features", seconds: features.seconds, amount: table.rows, unit: "rows" },
    { name: "Features and forest of 100 trees", seconds: forest.seconds, amount: table.rows, unit: "rows" },
    { name: `1D-CNN, ${cnn.backend}`, seconds: cnn.seconds, amount: small.rows, unit: "rows" },
  ];
}

/** The published app's settings of the forest. */
export const PUBLISHED_FOREST: ParameterValues = { features: "published", trees: 100, contamination: 0.004 };

async function detect(id: DetectorId, { patients }: HeartRateTable, parameters: ParameterValues) {
  const run = await loadDetector(id);
  return run(patients, { ...control, parameters, readArtifact });
}

async function timed<T extends object>(work: () => Promise<T>): Promise<T & { readonly seconds: number }> {
  const startMs = performance.now();
  const result = await work();
  return { ...result, seconds: (performance.now() - startMs) / 1000 };
}

const megabytes = ({ files }: HeartRateTable): number => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
