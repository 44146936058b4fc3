import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedInputs } from "../../ecg/heart-rate/published-features.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { defaultParameters, type DetectorInput, type DetectorOptions } from "../detector.ts";
import { detect, TRAINING_ERRORS_FILE } from "./detect.ts";
import { meta } from "./meta.ts";

const readShipped = readArtifactsFrom(SHIPPED_MODELS);

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await chooseBackend();
});

/** A calm sinus rhythm around 70 bpm, with a premature beat (rate up by half) where asked for. */
function patient(patientId: string, beats: number, premature: readonly number[] = []): DetectorInput {
  const random = seededRandom(beats);
  const rateBpm = Float64Array.from({ length: beats }, (_, beat) => (premature.includes(beat) ? 110 : 70 + random.normal()));
  return { patientId, timeS: Float64Array.from(rateBpm, (_, beat) => beat), rateBpm, given: null };
}

const options = (changes: Partial<DetectorOptions> = {}): DetectorOptions => ({
  parameters: defaultParameters(meta),
  readArtifact: readShipped,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});

describe("the shipped autoencoder", () => {
  it("redraws a premature beat worse than any calm beat away from it, and reports it", async () => {
    const { scores, threshold } = await detect([patient("a", 200, [90])], options());
    const elsewhere = scores[0].filter((_, beat) => beat > 0 && (beat < 90 || beat > 96));
    expect(scores[0][90]).toBeGreaterThan(Math.max(...elsewhere));
    expect(scores[0][90]).toBeGreaterThan(threshold);
  });

  it("scores each row as the mean absolute error of the network's own output", async () => {
    const input = patient("a", 30, [12]);
    const { scores } = await detect([input], options());
    const features = publishedInputs(input).columns.map((column) => column[12]);
    const model = await tf.loadLayersModel(tf.io.fromMemory(await shippedArtifacts()));
    const error = tf.tidy(() => tf.metrics.meanAbsoluteError(tf.tensor2d([features]), model.predict(tf.tensor2d([features])) as tf.Tensor));
    expect(scores[0][12]).toBeCloseTo((await error.data())[0], 6);
    error.dispose();
    model.dispose();
  });

  it("leaves out each patient's first row only, and scores a patient alike alone and among others", async () => {
    const patients = [patient("a", 50), patient("b", 1), patient("c", 0), patient("d", 9000, [7])];
    const together = await detect(patients, options());
    expect(together.scores.map(({ length }) => length)).toEqual([50, 1, 0, 9000]);
    together.scores.forEach((score) => score.forEach((value, row) => expect(Number.isNaN(value)).toBe(row === 0)));
    const alone = await detect([patients[3]], options());
    expect(alone.scores[0]).toEqual(together.scores[3]);
  });

  it("cuts at the quantile of the training errors that is asked for", async () => {
    const errors = new Float32Array(await readShipped(`${meta.id}/${TRAINING_ERRORS_FILE}`));
    for (const lossQuantile of [0.5, 0.95, 0.999]) {
      const { threshold } = await detect([patient("a", 10)], options({ parameters: { lossQuantile } }));
      const share = errors.filter((error) => error < threshold).length / errors.length;
      expect(Math.abs(share - lossQuantile)).toBeLessThanOrEqual(1 / errors.length);
    }
    await expect(detect([patient("a", 10)], options({ parameters: { lossQuantile: 2 } }))).rejects.toMatchObject({ code: "bad-parameter" });
  });

  it("names backend and model, says how far it is, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const done: number[] = [];
    const run = await detect([patient("a", 20000)], options({ onProgress: (progress) => done.push(progress.done / progress.total) }));
    expect(run).toMatchObject({ backend: "WASM (SIMD)", warnings: [] });
    expect(run.modelHash).toMatch(/^[0-9a-f]{64}$/);
    expect(done).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("stops when aborted, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const abort = new AbortController();
    const stop = () => abort.abort();
    await expect(detect([patient("a", 20000)], options({ signal: abort.signal, onProgress: stop }))).rejects.toThrow("aborted");
    expect(tf.memory().numTensors).toBe(before);
  });
});

async function shippedArtifacts(): Promise<tf.io.ModelArtifacts> {
  const json = JSON.parse(new TextDecoder().decode(await readShipped(`${meta.id}/model.json`))) as tf.io.ModelJSON;
  const weights = await readShipped(`${meta.id}/weights.bin`);
  return tf.io.getModelArtifactsForJSON(json, () => Promise.resolve([json.weightsManifest[0].weights, weights]));
}
