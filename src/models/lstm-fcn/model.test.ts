import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Beats, samplesOf } from "../../ecg/beats/table.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { shippedProbabilities } from "../beat-classifier/fixtures/shipped-probabilities.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { LSTM_FCN_SHAPES } from "./build.ts";
import { model } from "./model.ts";

/** The first beat of each class in the sample, with its probabilities computed from the shipped weights in NumPy. */
const KNOWN = [
  { beat: 0, probabilities: [0.991353, 0.00554, 0.000935, 0.001999, 0.000173] },
  { beat: 1, probabilities: [0.457572, 0.148949, 0.377485, 0.015897, 0.000097] },
  { beat: 21, probabilities: [0, 0.000019, 0.999973, 0.000007, 0] },
  { beat: 46, probabilities: [0.000016, 0.000002, 0.005608, 0.99437, 0.000005] },
  { beat: 4, probabilities: [0, 0, 0.000119, 0.000003, 0.999878] },
];

const readArtifact = readArtifactsFrom(SHIPPED_MODELS);
const options = () => ({ ...quietControl(), parameters: {}, readArtifact });
let beats: Beats;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  ({ beats } = await readSampleBeats("heartbeats.csv"));
});

describe("the shipped LSTM-FCN", { timeout: 60_000 }, () => {
  it.each(["cpu", "wasm"])("gives the known probabilities on %s", async (backend) => {
    await tf.setBackend(backend);
    const outputs = await shippedProbabilities("lstm-fcn", LSTM_FCN_SHAPES, { beats, indices: KNOWN.map(({ beat }) => beat) });
    const known = KNOWN.flatMap(({ probabilities }) => probabilities);
    outputs.forEach((output, i) => expect(Math.abs(output - known[i])).toBeLessThan(2e-4));
  });

  it("explains a beat, through its one time step too", async () => {
    const explanation = await model.explain(samplesOf(beats, 21), 2, options());
    if (explanation.kind !== "attribution") throw new Error("not an attribution");
    const sum = explanation.values.reduce((total, value) => total + value, 0);
    const { outputs } = await model.run({ count: 1, samplesPerBeat: 187, samples: new Float32Array(187) }, options());
    expect(sum).toBeCloseTo(KNOWN[2].probabilities[2] - outputs[2], 1);
  });

  it("refuses beats of another length in a sentence", async () => {
    await expect(model.run({ count: 1, samplesPerBeat: 140, samples: new Float32Array(140) }, options())).rejects.toMatchObject({ code: "wrong-beat-length" });
  });
});
