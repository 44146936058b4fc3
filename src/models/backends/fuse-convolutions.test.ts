import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { fuseConvolutions } from "./fuse-convolutions.ts";
import { installBackends } from "./install-backends.ts";
import { nodeWasmPaths } from "./node-wasm-paths.ts";

const { layers } = tf;

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

const uniform = (seed: number) => tf.initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed });
const normalization = (seed: number) =>
  layers.batchNormalization({
    gammaInitializer: uniform(seed), betaInitializer: uniform(seed + 1), movingMeanInitializer: uniform(seed + 2),
    movingVarianceInitializer: tf.initializers.constant({ value: 0.3 }),
  });

function chain(): tf.LayersModel {
  return tf.sequential({
    layers: [
      layers.conv1d({ inputShape: [23, 2], filters: 3, kernelSize: 4, padding: "same", useBias: false, kernelInitializer: uniform(1) }),
      normalization(2),
      layers.reLU(),
      layers.maxPooling1d({ poolSize: 2 }),
      layers.conv1d({ filters: 4, kernelSize: 3, strides: 2, kernelInitializer: uniform(5), biasInitializer: uniform(6), activation: "elu" }),
      layers.conv1d({ filters: 2, kernelSize: 2, dilationRate: 2, kernelInitializer: uniform(7) }),
      layers.flatten(),
      layers.dropout({ rate: 0.5 }),
      layers.dense({ units: 5, activation: "softmax", kernelInitializer: uniform(8) }),
    ],
  });
}

/** Two branches, as LSTM-FCN has; the first convolution's sum is used twice, so nothing after it can go into it. */
function branches(): tf.LayersModel {
  const input = tf.input({ shape: [23, 2] });
  const shared = layers.conv1d({ filters: 4, kernelSize: 3, padding: "same", kernelInitializer: uniform(1), biasInitializer: uniform(2) }).apply(input) as tf.SymbolicTensor;
  const positive = layers.reLU().apply(shared) as tf.SymbolicTensor;
  const recalled = layers.lstm({ units: 3 }).apply(layers.permute({ dims: [2, 1] }).apply(shared)) as tf.SymbolicTensor;
  const convolved = layers.reLU().apply(normalization(3).apply(layers.conv1d({ filters: 4, kernelSize: 5, kernelInitializer: uniform(6), biasInitializer: uniform(7) }).apply(positive)));
  const averaged = layers.globalAveragePooling1d().apply(convolved) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: layers.concatenate().apply([recalled, averaged]) as tf.SymbolicTensor });
}

const typesOf = (model: tf.LayersModel) => model.layers.map((layer) => layer.getClassName());

async function answer(model: tf.LayersModel): Promise<Float32Array> {
  const output = tf.tidy(() => model.apply(tf.randomNormal([6, 23, 2], 0, 1, "float32", 9), { training: false }) as tf.Tensor);
  const values = await output.data<"float32">();
  output.dispose();
  return values;
}

describe.each([["a chain", chain], ["branches", branches]])("%s of convolutions, fused", (_, build) => {
  it("gives the same outputs", async () => {
    const model = build();
    const expected = await answer(model);
    const fused = fuseConvolutions(model);
    const actual = await answer(fused);
    expect(actual).toHaveLength(expected.length);
    expected.forEach((value, index) => expect(actual[index]).toBeCloseTo(value, 5));
    expect(typesOf(fused)).not.toContain("BatchNormalization");
    fused.dispose();
  });

  it("leaves no tensor behind", () => {
    const before = tf.memory().numTensors;
    fuseConvolutions(build()).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

it("what cannot be fused stays as it is", () => {
  const fused = fuseConvolutions(chain());
  expect(typesOf(fused).filter((type) => type.startsWith("Conv"))).toEqual(["Conv2D", "Conv2D", "Conv1D"]);
  fused.dispose();
  const branched = fuseConvolutions(branches());
  expect(typesOf(branched)).toContain("ReLU");
  branched.dispose();
});
