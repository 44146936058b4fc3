import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../ecg/numeric/random.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { BEATS_EACH_SIDE, buildHeartRateCnn, CNN_SHAPES, STRETCH_BEATS, STRETCH_ROWS } from "./build.ts";
import { CHANNELS } from "./windows.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

const random = seededRandom(1);
const noise = Float32Array.from({ length: STRETCH_ROWS * CHANNELS }, () => random.normal());

async function scores(model: tf.LayersModel, rows: Float32Array): Promise<Float32Array> {
  const output = tf.tidy(() => model.predict(tf.tensor(rows, [1, STRETCH_ROWS, CHANNELS])) as tf.Tensor);
  const values = await output.data<"float32">();
  output.dispose();
  return values;
}

describe("buildHeartRateCnn", () => {
  it("has the shapes that are shipped, small members, and leaves no tensor behind", () => {
    const before = tf.memory().numTensors;
    const { ensemble, members } = buildHeartRateCnn(6, 1);
    expect(ensemble.inputs[0].shape).toEqual(CNN_SHAPES.input);
    expect(ensemble.outputs[0].shape).toEqual(CNN_SHAPES.output);
    expect(members[0].countParams()).toBe((5 * CHANNELS + 1) * 16 + 3 * (5 * 16 + 1) * 16 + 17);
    expect(ensemble.countParams()).toBe(6 * members[0].countParams());
    ensemble.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("gives the mean of its members, which differ", async () => {
    const { ensemble, members } = buildHeartRateCnn(3, 1);
    const each = [await scores(members[0], noise), await scores(members[1], noise), await scores(members[2], noise)];
    (await scores(ensemble, noise)).forEach((score, beat) => expect(score).toBeCloseTo((each[0][beat] + each[1][beat] + each[2][beat]) / 3, 6));
    expect(each[0]).not.toEqual(each[1]);
    ensemble.dispose();
  });

  it("draws the same weights from the same seed, and others from another", async () => {
    const weights = (seed: number) => {
      const { ensemble } = buildHeartRateCnn(2, seed);
      const values = ensemble.getWeights().map((weight) => [...weight.dataSync()]);
      ensemble.dispose();
      return values;
    };
    expect(weights(7)).toEqual(weights(7));
    expect(weights(8)).not.toEqual(weights(7));
  });

  it("scores a beat alike wherever in the stretch its window lies, and by its window alone", async () => {
    const { ensemble } = buildHeartRateCnn(1, 1);
    const window = noise.subarray(0, (2 * BEATS_EACH_SIDE + 1) * CHANNELS);
    const scoreAt = async (beat: number, around: Float32Array) => {
      const rows = around.slice();
      rows.set(window, beat * CHANNELS);
      return (await scores(ensemble, rows))[beat];
    };
    const expected = await scoreAt(0, noise);
    for (const beat of [1, 50, STRETCH_BEATS - 1]) {
      expect(await scoreAt(beat, noise)).toBeCloseTo(expected, 6);
      expect(await scoreAt(beat, new Float32Array(noise.length))).toBeCloseTo(expected, 6);
    }
    ensemble.dispose();
  });
});
