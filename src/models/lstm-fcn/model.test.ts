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
  { beat: 0, probabilities: [0.991665, 0.004286, 0.002811, 0.001016, 0.000221] },
  { beat: 1, probabilities: [0.655821, 0.063201, 0.277464, 0.00319, 0.000324] },
  { beat: 21, probabilities: [0.000002, 0.000056, 0.999924, 0.000017, 0.000001] },
  { beat: 46, probabilities: [0.000083, 0.00001, 0.009284, 0.990588, 0.000036] },
  { beat: 4, probabilities: [0.00001, 0.000001, 0.000678, 0.000009, 0.999302] },
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
