import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Beats, samplesOf } from "../../ecg/beats/table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { shippedProbabilities } from "../beat-classifier/fixtures/shipped-probabilities.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { BEAT_CNN_SHAPES } from "./build.ts";
import { model } from "./model.ts";

/** The first beat of each class in the sample, with its probabilities computed from the shipped weights in NumPy. */
const KNOWN = [
  { beat: 0, probabilities: [0.999994, 0, 0.000006, 0, 0] },
  { beat: 1, probabilities: [0.036122, 0.963709, 0.000166, 0.000003, 0] },
  { beat: 21, probabilities: [0, 0, 1, 0, 0] },
  { beat: 46, probabilities: [0.000028, 0, 0.000319, 0.999652, 0] },
  { beat: 4, probabilities: [0, 0, 0, 0, 1] },
];

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = () => ({ ...quietControl(), parameters: {}, readArtifact });
let beats: Beats;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  ({ beats } = await readSampleBeats("heartbeats.csv"));
});

describe("the shipped 1D-CNN", { timeout: 60_000 }, () => {
  it.each(["cpu", "wasm"])("gives the known probabilities on %s", async (backend) => {
    await tf.setBackend(backend);
    const outputs = await shippedProbabilities("beat-cnn", BEAT_CNN_SHAPES, { beats, indices: KNOWN.map(({ beat }) => beat) });
    const known = KNOWN.flatMap(({ probabilities }) => probabilities);
    outputs.forEach((output, i) => expect(Math.abs(output - known[i])).toBeLessThan(1e-4));
  });

  it("names the class of 98 in 100 beats of the sample, and leaves no tensor behind in ten checks", async () => {
    const { outputs, threshold, modelHash } = await model.run(beats, options());
    const right = beats.label.filter((own, beat) => outputs[beat * 5 + own] === Math.max(...outputs.subarray(beat * 5, beat * 5 + 5))).length;
    expect(right / beats.count).toBeGreaterThan(0.98);
    expect(threshold).toBeNull();
    expect(modelHash).toMatch(/^[0-9a-f]{64}$/);

    const few = { count: 3, samplesPerBeat: 187, samples: beats.samples.slice(0, 3 * 187) };
    const before = tf.memory().numTensors;
    for (let check = 0; check < 10; check++) await model.run(few, options());
    expect(tf.memory().numTensors).toBe(before);
  });

  it("gives probabilities for a flat beat, and an explanation of each sample", async () => {
    const { outputs } = await model.run({ count: 1, samplesPerBeat: 187, samples: new Float32Array(187) }, options());
    expect(outputs.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1, 5);
    const explanation = await model.explain(samplesOf(beats, 1), 1, options());
    if (explanation.kind !== "attribution") throw new Error("not an attribution");
    expect(explanation.values).toHaveLength(187);
    expect(explanation.values.every(Number.isFinite)).toBe(true);
  });

  it("refuses beats of another length in a sentence", async () => {
    await expect(model.run({ count: 1, samplesPerBeat: 140, samples: new Float32Array(140) }, options())).rejects.toMatchObject({ code: "wrong-beat-length" });
  });
});
