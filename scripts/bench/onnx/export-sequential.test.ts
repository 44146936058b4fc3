import * as tf from "@tensorflow/tfjs";
import * as ort from "onnxruntime-web";
import { beforeAll, describe, expect, it } from "vitest";
import { exportSequential } from "./export-sequential.ts";

const { layers } = tf;

/** ONNX Runtime compiles 14 MB of WASM first. */
const COMPILE_MS = 60_000;

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend("cpu");
  ort.env.wasm.numThreads = 1;
});

const uniform = (seed: number) => tf.initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed });

/** Every kind of layer that is translated, with weights, means and variances that all matter. */
function network(): tf.LayersModel {
  return tf.sequential({
    layers: [
      layers.conv1d({ inputShape: [21, 1], filters: 3, kernelSize: 4, padding: "same", useBias: false, kernelInitializer: uniform(1) }),
      layers.batchNormalization({ gammaInitializer: uniform(2), betaInitializer: uniform(3), movingMeanInitializer: uniform(4), movingVarianceInitializer: tf.initializers.constant({ value: 0.3 }) }),
      layers.reLU(),
      layers.maxPooling1d({ poolSize: 2 }),
      layers.conv1d({ filters: 4, kernelSize: 3, activation: "relu", kernelInitializer: uniform(5), biasInitializer: uniform(6) }),
      layers.flatten(),
      layers.dropout({ rate: 0.5 }),
      layers.dense({ units: 6, activation: "sigmoid", kernelInitializer: uniform(7), biasInitializer: uniform(8) }),
      layers.dense({ units: 5, activation: "softmax", kernelInitializer: uniform(9), biasInitializer: uniform(10) }),
    ],
  });
}

describe.each(["1d", "2d"] as const)("a network exported with %s convolutions", (convolutions) => {
  it("gives the same answers in ONNX Runtime", async () => {
    const model = network();
    const beats = tf.randomUniform([4, 21, 1], 0, 1, "float32", 11);
    const expected = await (model.predict(beats) as tf.Tensor).data();
    const session = await ort.InferenceSession.create(await exportSequential(model, convolutions));
    const shape = convolutions === "1d" ? [4, 1, 21] : [4, 1, 1, 21];
    const answers = await session.run({ beats: new ort.Tensor("float32", await beats.data<"float32">(), shape) });
    const actual = answers[session.outputNames[0]];
    expect(actual.dims).toEqual([4, 5]);
    expected.forEach((value, index) => expect((actual.data as Float32Array)[index]).toBeCloseTo(value, 5));
  }, COMPILE_MS);
});

it("says which layer it cannot export", async () => {
  const model = tf.sequential({ layers: [layers.lstm({ name: "memory", inputShape: [4, 1], units: 2 })] });
  await expect(exportSequential(model, "1d")).rejects.toThrow("memory: no ONNX operator for a layer of type LSTM");
});
