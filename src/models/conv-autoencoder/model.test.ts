import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { NORMAL } from "../../ecg/beats/classes.ts";
import { type Beats, samplesOf } from "../../ecg/beats/table.ts";
import { quantile } from "../../ecg/numeric/quantile.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { chooseBackend } from "../backends/choose-backend.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { VALIDATION_ERRORS_FILE } from "../beat-autoencoder/autoencoder.ts";
import { picked } from "../beat-autoencoder/normal-beats.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { meta } from "./meta.ts";
import { model } from "./model.ts";

/** The first beat of each class in the sample, with its error computed from the shipped weights in NumPy. */
const KNOWN = [
  { beat: 0, error: 20.2247 },
  { beat: 12, error: 57.6798 },
  { beat: 22, error: 60.6618 },
  { beat: 23, error: 63.9775 },
  { beat: 175, error: 78.4822 },
];

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = (parameters = {}) => ({ ...quietControl(), parameters, readArtifact });
let beats: Beats;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await chooseBackend();
  ({ beats } = await readSampleBeats("ecg5000.tsv"));
});

describe("the shipped convolutional autoencoder", { timeout: 60_000 }, () => {
  it.each(["cpu", "wasm"])("makes the known errors on %s", async (backend) => {
    await tf.setBackend(backend);
    const { outputs } = await model.run(picked(beats, Uint32Array.from(KNOWN, ({ beat }) => beat)), options());
    KNOWN.forEach(({ error }, i) => expect(Math.abs(outputs[i] - error)).toBeLessThan(0.01));
  });

  it("tells anomalous beats of the sample from normal ones, and leaves no tensor behind in ten checks", async () => {
    const { outputs, threshold, modelHash, warnings } = await model.run(beats, options());
    const right = outputs.filter((error, beat) => error >= (threshold ?? NaN) === (beats.label[beat] !== NORMAL)).length;
    expect(right / beats.count).toBeGreaterThan(0.95);
    expect(modelHash).toMatch(/^[0-9a-f]{64}$/);
    expect(warnings).toEqual([]);

    const few = picked(beats, Uint32Array.of(0, 1, 2));
    const before = tf.memory().numTensors;
    for (let check = 0; check < 10; check++) await model.run(few, options());
    expect(tf.memory().numTensors).toBe(before);
  });

  it("cuts at the quantile of the validation errors that is asked for", async () => {
    const errors = new Float32Array(await readArtifact(`${meta.id}/${VALIDATION_ERRORS_FILE}`));
    for (const errorQuantile of [0.9, 0.99]) {
      const { threshold } = await model.run(picked(beats, Uint32Array.of(0)), options({ errorQuantile }));
      expect(threshold).toBeCloseTo(quantile(errors, errorQuantile), 6);
    }
    await expect(model.run(beats, options({ errorQuantile: 2 }))).rejects.toMatchObject({ code: "bad-parameter" });
  });

  it("explains a beat by the beat as it redraws it, with the error of the check", async () => {
    const { outputs } = await model.run(beats, options());
    const beat = samplesOf(beats, KNOWN[0].beat).slice();
    const explanation = await model.explain(beat, 0, options());
    if (explanation.kind !== "reconstruction") throw new Error("not a reconstruction");
    expect(explanation.error).toBeCloseTo(outputs[KNOWN[0].beat], 3);
    expect(explanation.samples.reduce((sum, value, i) => sum + Math.abs(value - beat[i]), 0)).toBeCloseTo(explanation.error, 3);
  });

  it("gives an error for a constant beat, and warns of its scale", async () => {
    const { outputs, warnings } = await model.run({ count: 1, samplesPerBeat: 140, samples: new Float32Array(140).fill(3) }, options());
    expect(outputs[0]).toBeGreaterThan(0);
    expect(Number.isFinite(outputs[0])).toBe(true);
    expect(warnings).toHaveLength(1);
  });

  it("refuses beats of another length in a sentence", async () => {
    const others = { count: 1, samplesPerBeat: 187, samples: new Float32Array(187) };
    await expect(model.run(others, options())).rejects.toMatchObject({ code: "wrong-beat-length" });
    await expect(model.explain(others.samples, 0, options())).rejects.toMatchObject({ code: "wrong-beat-length" });
  });

  it("stops when aborted, and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    const abort = new AbortController();
    const stopped = model.run(beats, { ...options(), signal: abort.signal, onProgress: () => abort.abort() });
    await expect(stopped).rejects.toThrow("aborted");
    expect(tf.memory().numTensors).toBe(before);
  });
});
