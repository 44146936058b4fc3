import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Beats, samplesOf } from "../../ecg/beats/table.ts";
import { loadLayersModel } from "../artifacts/layers-model.ts";
import { readArtifactsFrom, SHIPPED_MODELS } from "../artifacts/node-artifacts.ts";
import { fuseConvolutions } from "../backends/fuse-convolutions.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { predictInBatches } from "../backends/predict-in-batches.ts";
import { quietControl } from "../fixtures/quiet-control.ts";
import { readSampleBeats } from "../fixtures/sample-beats.ts";
import { LSTM_FCN_SHAPES } from "./build.ts";
import { model } from "./model.ts";

/** The first beat of each class in the sample, with its probabilities computed from the shipped weights in NumPy. */
const KNOWN = [
  { beat: 0, probabilities: [0.962877, 0.011707, 0.020541, 0.000664, 0.00421] },
  { beat: 1, probabilities: [0.819725, 0.036988, 0.141313, 0.000495, 0.00148] },
  { beat: 21, probabilities: [0.000064, 0.000074, 0.999412, 0.000294, 0.000156] },
  { beat: 46, probabilities: [0.017829, 0.000944, 0.138635, 0.840704, 0.001888] },
  { beat: 4, probabilities: [0.000378, 0.000005, 0.00285, 0.000045, 0.996721] },
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
    const network = fuseConvolutions((await loadLayersModel(readArtifact, "lstm-fcn", LSTM_FCN_SHAPES)).model);
    const read = (index: number, input: Float32Array) => input.set(samplesOf(beats, KNOWN[index].beat));
    const outputs = await predictInBatches(network, { count: KNOWN.length, read }, { ...quietControl(), stage: "", batchSize: KNOWN.length });
    network.dispose();
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
