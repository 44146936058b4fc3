import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { SeededDropout, type SeededDropoutArgs } from "./seeded-dropout.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

const dropout = () => new SeededDropout({ name: "dropout", rate: 0.5, seed: 3 });
const inTraining = (layer: SeededDropout) => {
  const output = tf.tidy(() => layer.apply(tf.ones([40]), { training: true }) as tf.Tensor);
  const values = [...output.dataSync()];
  output.dispose();
  return values;
};

it("drops other inputs in each step, and the same ones when training is repeated", () => {
  const [first, second] = [dropout(), dropout()];
  const steps = [inTraining(first), inTraining(first)];
  expect(steps[0]).not.toEqual(steps[1]);
  expect([inTraining(second), inTraining(second)]).toEqual(steps);
  expect(new Set(steps.flat())).toEqual(new Set([0, 2]));
});

it("lets everything through outside training, also after being saved and loaded", () => {
  const layer = new SeededDropout(dropout().getConfig() as unknown as SeededDropoutArgs);
  expect([...tf.tidy(() => (layer.apply(tf.ones([4])) as tf.Tensor).dataSync())]).toEqual([1, 1, 1, 1]);
});
