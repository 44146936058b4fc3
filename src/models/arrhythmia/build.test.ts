import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { buildArrhythmiaNetworks, shiftLogits } from "./build.ts";
import { FEATURES } from "./features.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("cpu");
});

const features = Float32Array.from({ length: 3 * FEATURES.length }, (_, i) => Math.sin(i));
const probabilitiesOf = (model: tf.LayersModel) => tf.tidy(() => [...(model.predict(tf.tensor(features, [3, FEATURES.length])) as tf.Tensor).dataSync()]);

describe("the arrhythmia networks", () => {
  it("average the members' probabilities, and have under 100,000 parameters as ten", () => {
    const { ensemble, members } = buildArrhythmiaNetworks({ members: 10, dropout: 0.3, seed: 1 });
    const each = members.map(probabilitiesOf);
    probabilitiesOf(ensemble).forEach((probability, i) => expect(probability).toBeCloseTo(each.reduce((sum, own) => sum + own[i] / 10, 0), 5));
    expect(ensemble.countParams()).toBe(10 * members[0].countParams());
    expect(ensemble.countParams()).toBeLessThan(100_000);
    ensemble.dispose();
  });

  it("start from the same weights with the same seed, and no two members alike", () => {
    const first = buildArrhythmiaNetworks({ members: 2, dropout: 0, seed: 1 });
    const second = buildArrhythmiaNetworks({ members: 2, dropout: 0, seed: 1 });
    expect(probabilitiesOf(first.ensemble)).toEqual(probabilitiesOf(second.ensemble));
    expect(probabilitiesOf(first.members[0])).not.toEqual(probabilitiesOf(first.members[1]));
    [first, second].forEach(({ ensemble }) => ensemble.dispose());
  });

  it("with shifted logits, give classes that are likelier by the shift's factors, and leave no tensor behind", () => {
    const networks = buildArrhythmiaNetworks({ members: 2, dropout: 0, seed: 1 });
    const before = probabilitiesOf(networks.members[1]);
    const tensors = tf.memory().numTensors;
    shiftLogits(networks, [0, Math.log(2), 0, 0, 0]);
    expect(tf.memory().numTensors).toBe(tensors);
    const after = probabilitiesOf(networks.members[1]);
    expect(after[1] / after[0]).toBeCloseTo((2 * before[1]) / before[0], 4);
    expect(after[2] / after[0]).toBeCloseTo(before[2] / before[0], 4);
    networks.ensemble.dispose();
  });
});
