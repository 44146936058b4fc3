import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import type { DetectorInput, DetectorOptions } from "../detector.ts";
import { detect } from "./detect.ts";

/**
 * A rhythm that varies with breathing; every 50th beat, the first in row FIRST_EARLY, is early and followed by a pause.
 * The scores of rows 1 to 11 were computed from the shipped weights with NumPy, channels included.
 */
const FIRST_EARLY = 6;
const rates = Float64Array.from({ length: 300 }, (_, row) => {
  const phase = (row - FIRST_EARLY) % 50;
  return (72 + 4 * Math.sin(row / 2.3)) * (phase === 0 ? 1.4 : phase === 1 ? 0.75 : 1);
});
const EXPECTED = [0.00926, 0.00584, 0.019, 0.01196, 0.01765, 0.92375, 0.00388, 0.00945, 0.00932, 0.0058, 0.00633];

let before: number;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await run([rates]); // starts the backend
  before = tf.memory().numTensors;
});

const patient = (rateBpm: Float64Array): DetectorInput => ({ patientId: "p", timeS: rateBpm.map((_, row) => row), rateBpm, given: null });
const options = (changes: Partial<DetectorOptions> = {}): DetectorOptions => ({
  parameters: {},
  readArtifact: readArtifactsFrom(SHIPPED_MODELS),
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});
const run = (patients: readonly Float64Array[], changes?: Partial<DetectorOptions>) => detect(patients.map(patient), options(changes));

describe("the shipped model", () => {
  it("gives the known scores around a premature beat, and finds it", async () => {
    const { scores, threshold, backend, modelHash } = await run([rates]);
    EXPECTED.forEach((score, i) => expect(Math.abs(scores[0][1 + i] - score)).toBeLessThan(1e-4));
    expect(scores[0][FIRST_EARLY]).toBeGreaterThanOrEqual(threshold);
    expect(backend).toContain("WASM");
    expect(modelHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives the same scores for rates on any scale", async () => {
    const [bpm, scaled] = (await run([rates, rates.map((rate) => rate / 350)])).scores;
    for (let row = 1; row < rates.length; row++) expect(Math.abs(bpm[row] - scaled[row])).toBeLessThan(1e-4);
  });

  it("scores patients apart from each other, however many rows they have", async () => {
    const lengths = [0, 1, 2, 5, 127, 128, 129, 300];
    const { scores } = await run(lengths.map((length) => rates.subarray(0, length)));
    expect(scores.map(({ length }) => length)).toEqual(lengths);
    scores.forEach((score) => score.forEach((value, row) => (row === 0 ? expect(value).toBeNaN() : expect(value).toBeGreaterThanOrEqual(0))));
    const alone = await run([rates]);
    expect(scores[7]).toEqual(alone.scores[0]);
  });

  it("gives scores from 0 to 1 for rates of any kind", async () => {
    const rough = [new Float64Array(200), new Float64Array(200).fill(60), Float64Array.from({ length: 200 }, (_, row) => (row % 3 === 0 ? 0 : 1e6))];
    for (const score of (await run(rough)).scores) {
      expect(score.subarray(1).every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it("leaves no tensor behind, nor when aborted", async () => {
    await run([rates]);
    expect(tf.memory().numTensors).toBe(before);
    const abort = new AbortController();
    await expect(run([rates], { signal: abort.signal, onProgress: () => abort.abort() })).rejects.toThrow("aborted");
    expect(tf.memory().numTensors).toBe(before);
  });
});
