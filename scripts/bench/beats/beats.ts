import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadLayersModel } from "../../../src/models/artifacts/layers-model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../../../src/models/artifacts/node-artifacts.ts";
import { nodeWasmPaths } from "../../../src/models/backends/node-wasm-paths.ts";
import { TREES_FILE_NAME } from "../../../src/models/boosted-trees/artifact.ts";
import type { BeatModelId, BeatModelMeta } from "../../../src/models/beat-model.ts";
import { BEAT_MODELS } from "../../../src/models/catalog.ts";
import { exportSequential } from "../onnx/export-sequential.ts";
import { beatsFile, isNetwork, networkShapes, onnxFile } from "./bench-models.ts";
import { openBenchPage, type OpenedPage } from "./bench-page.ts";
import { largestDifference, timeInTurns, type Job, type Rate } from "./rates.ts";
import { repeatBeats, sampleBeats } from "./sample-beats.ts";
import { tfjsSubject } from "./tfjs-subject.ts";

/** The network that ONNX Runtime runs too. */
export const PEER_MODEL: BeatModelId = "beat-cnn";
/** As many as the published heartbeat test file has. */
export const WHOLE_BEATS = 21_892;
const BATCHES = [1, 1024] as const;
const TENSORFLOW = ["wasm", "cpu", "webgl"] as const;
const ONNX = ["onnx-1d", "onnx-2d"] as const;
const LIMIT_S = 60;
/** Between float32 answers of two runtimes. */
const LARGEST_DIFFERENCE = 1e-4;

export interface WholeCheck {
  readonly model: BeatModelId;
  readonly beats: number;
  readonly backend: string;
  /** none where it would take longer than a minute */
  readonly seconds: readonly number[];
}

export interface BeatsBench {
  readonly rates: readonly Rate[];
  /** ONNX Runtime's answers against TensorFlow.js's; null where the network is missing or there is no browser */
  readonly onnxDifference: number | null;
  readonly wholeChecks: readonly WholeCheck[];
  readonly inBrowser: boolean;
  /** models that do not ship yet */
  readonly missing: readonly BeatModelId[];
}

export interface BeatsOptions {
  readonly outDir: string;
  readonly runs: number;
  /** told what comes next */
  readonly report: (text: string) => void;
}

/** Times every shipped model of single beats in this process and, where there is one, in Chromium. */
export async function benchBeats({ outDir, runs, report }: BeatsOptions): Promise<BeatsBench> {
  const shipped = BEAT_MODELS.filter(isShipped);
  const missing = BEAT_MODELS.filter((meta) => !isShipped(meta)).map(({ id }) => id);
  const nodeJobs = await openNode(shipped);
  const page = await openBenchPage(outDir, await servedFiles(shipped));
  if (page === null) return { rates: await timeInTurns(nodeJobs, runs, report), onnxDifference: null, wholeChecks: [], inBrowser: false, missing };
  try {
    const pageJobs = await openRuntimes(page, shipped);
    const onnxDifference = shipped.some(({ id }) => id === PEER_MODEL) ? await compareAnswers(page) : null;
    const rates = await timeInTurns([...pageJobs, ...nodeJobs], runs, report);
    return { rates, onnxDifference, wholeChecks: await timeWholeChecks(page, shipped, { runs, report }), inBrowser: true, missing };
  } finally {
    await page.close();
  }
}

const isShipped = (meta: BeatModelMeta): boolean => existsSync(join(SHIPPED_MODELS, meta.id, isNetwork(meta) ? "model.json" : TREES_FILE_NAME));

async function openNode(shipped: readonly BeatModelMeta[]): Promise<Job[]> {
  const subject = tfjsSubject({ backend: "wasm", wasmPaths: nodeWasmPaths, readArtifact: readArtifactsFrom(SHIPPED_MODELS) });
  const name = await subject.start();
  const samples = await sampleBeats();
  const jobs: Job[] = [];
  for (const { id, samplesPerBeat } of shipped.filter(isNetwork)) {
    await subject.load(id);
    const beats = samples.get(samplesPerBeat);
    if (beats === undefined) throw new Error(`no sample has beats of ${samplesPerBeat} samples`);
    for (const batch of BATCHES) {
      jobs.push({ model: id, runtime: `${name ?? "WASM"} in Node`, batch, meanMs: (leastMs, count) => subject.time(id, repeatBeats(beats, count), leastMs) });
    }
  }
  return jobs;
}

async function servedFiles(shipped: readonly BeatModelMeta[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [samplesPerBeat, { samples }] of await sampleBeats()) files.set(beatsFile(samplesPerBeat), new Uint8Array(samples.buffer));
  if (shipped.some(({ id }) => id === PEER_MODEL)) {
    const { model } = await loadLayersModel(readArtifactsFrom(SHIPPED_MODELS), PEER_MODEL, networkShapes(PEER_MODEL));
    for (const convolutions of ["1d", "2d"] as const) files.set(onnxFile(PEER_MODEL, convolutions), await exportSequential(model, convolutions));
    model.dispose();
  }
  return files;
}

async function openRuntimes(page: OpenedPage, shipped: readonly BeatModelMeta[]): Promise<Job[]> {
  const runtimes = [
    ...TENSORFLOW.map((runtime) => ({ runtime, models: shipped.filter(isNetwork) })),
    { runtime: "trees" as const, models: shipped.filter((meta) => !isNetwork(meta)) },
    ...ONNX.map((runtime) => ({ runtime, models: shipped.filter(({ id }) => id === PEER_MODEL) })),
  ];
  const jobs: Job[] = [];
  for (const { runtime, models } of runtimes) {
    const name = models.length === 0 ? null : await page.call("open", runtime);
    if (name === null) continue;
    for (const { id } of models) {
      await page.call("load", runtime, id);
      for (const batch of BATCHES) jobs.push({ model: id, runtime: name, batch, meanMs: (leastMs, count) => page.call("time", runtime, id, count, leastMs) });
    }
  }
  return jobs;
}

/** Throws where the two runtimes do not compute the same: their speeds would not be comparable. */
async function compareAnswers(page: OpenedPage): Promise<number> {
  const count = 256;
  const ours = await page.call("answer", "wasm", PEER_MODEL, count);
  const differences = [];
  for (const runtime of ONNX) differences.push(largestDifference(ours, await page.call("answer", runtime, PEER_MODEL, count)));
  const largest = Math.max(...differences);
  if (!(largest < LARGEST_DIFFERENCE)) throw new Error(`ONNX Runtime's answers differ by up to ${largest}, more than ${LARGEST_DIFFERENCE}`);
  return largest;
}

/**
 * A check of as many beats as the published test file has, by the app's own code on the backend it chooses. A check of
 * 1,024, not counted, fetches and compiles; going by it, what would take longer than the limit is not timed.
 */
async function timeWholeChecks(page: OpenedPage, shipped: readonly BeatModelMeta[], { runs, report }: Pick<BeatsOptions, "runs" | "report">): Promise<WholeCheck[]> {
  await page.call("open", "app");
  const checks: WholeCheck[] = [];
  for (const { id } of shipped.filter(({ task }) => task === "classifier")) {
    report(`A check of ${WHOLE_BEATS} beats, ${id}`);
    const { ms, backend } = await page.call("runWhole", "app", id, BATCHES[1]);
    const counted = ((ms / 1000) * WHOLE_BEATS) / BATCHES[1] > LIMIT_S ? 0 : runs;
    const seconds: number[] = [];
    for (let run = 0; run < counted; run++) seconds.push((await page.call("runWhole", "app", id, WHOLE_BEATS)).ms / 1000);
    checks.push({ model: id, beats: WHOLE_BEATS, backend, seconds });
  }
  return checks;
}
