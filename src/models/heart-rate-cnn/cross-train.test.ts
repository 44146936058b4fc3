import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, it } from "vitest";
import { precisionRecallCurve } from "../../ecg/metrics/precision-recall.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { crossTrain } from "./cross-train.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

/** Breathing and chance vary the rate; some beats come early and are followed by a pause, some pauses come alone. */
function patient(seed: number) {
  const random = seededRandom(seed);
  const label = new Uint8Array(600);
  const rateBpm = Float64Array.from(label, (_, row) => 70 + 8 * Math.sin(row / 2.5) + 2 * random.normal());
  for (let row = 10; row < 590; row += 8 + random.integer(20)) {
    const early = random.uniform() < 0.5;
    label[row] = early ? 1 : 0;
    if (early) rateBpm[row] *= 1.3;
    rateBpm[row + 1] *= 0.75;
  }
  return { rateBpm, label };
}

const settings = { folds: 2, rounds: 1, epochs: 4, stretchesPerPatient: 4, batchSize: 8, highestLearningRate: 0.01, lowestLearningRate: 1e-3 };
const control = { signal: new AbortController().signal, onProgress: () => undefined };
const patients = [1, 2, 3, 4].map(patient);

async function run(seed: number) {
  const { ensemble, outOfFold } = await crossTrain(patients, { ...settings, seed }, control);
  const weights = await Promise.all(ensemble.getWeights().map(async (weight) => [...(await weight.data())]));
  ensemble.dispose();
  return { weights, outOfFold };
}

it("finds early beats in patients it has not seen, the same each time it is run, and leaves no tensor behind", async () => {
  const before = tf.memory().numTensors;
  const first = await run(1);
  const curve = precisionRecallCurve(patients.map(({ label }) => label), [...first.outOfFold]);
  expect(curve?.averagePrecision).toBeGreaterThan(0.9);
  expect(await run(1)).toEqual(first);
  expect((await run(2)).weights).not.toEqual(first.weights);
  expect(tf.memory().numTensors).toBe(before);
});

it("leaves no tensor behind when aborted", async () => {
  const before = tf.memory().numTensors;
  const abort = new AbortController();
  const stopped = crossTrain(patients, { ...settings, seed: 1 }, { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(stopped).rejects.toThrow("aborted");
  expect(tf.memory().numTensors).toBe(before);
});
