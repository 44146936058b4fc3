import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { layersModelFiles, loadLayersModel } from "../artifacts/layers-model.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { buildLstmAutoencoder, LSTM_AUTOENCODER_SHAPES } from "./build.ts";
import { computeSequences } from "./compute-sequences.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the LSTM autoencoder", () => {
  it("has the layers of the tutorial, with their shapes and parameters", () => {
    const model = buildLstmAutoencoder({ units: 256, embedding: 128, seed: 1 });
    expect(model.layers.map((layer) => [layer.name, layer.getClassName(), layer.outputShape, layer.countParams()])).toEqual([
      ["encoder-1", "LSTM", [null, 140, 256], 264_192],
      ["encoder-2", "LSTM", [null, 128], 197_120],
      ["embedding", "RepeatVector", [null, 140, 128], 0],
      ["decoder-1", "LSTM", [null, 140, 128], 131_584],
      ["decoder-2", "LSTM", [null, 140, 256], 394_240],
      ["samples", "Dense", [null, 140, 1], 257],
    ]);
    expect(model.countParams()).toBe(987_393);
    model.dispose();
  });

  it("starts from the same weights with the same seed, others with another", async () => {
    const weights = async (seed: number) => {
      const model = buildLstmAutoencoder({ units: 6, embedding: 3, seed });
      const values = await Promise.all(model.getWeights().map((weight) => weight.array()));
      model.dispose();
      return values;
    };
    expect(await weights(1)).toEqual(await weights(1));
    expect(await weights(2)).not.toEqual(await weights(1));
  });

  it("comes back from its files as standard layers, with the same outputs to 1e-6 when they compute cell by cell", async () => {
    const model = buildLstmAutoencoder({ units: 6, embedding: 3, seed: 1 });
    drawFrom(model);
    const files = await layersModelFiles(model);
    const read = (path: string) => Promise.resolve(new Uint8Array(files.get(path.replace("lstm/", "")) ?? []).buffer);
    const { model: loaded } = await loadLayersModel(read, "lstm", LSTM_AUTOENCODER_SHAPES);
    const inputs = tf.randomNormal([2, 140, 1], 0, 1, "float32", 3);
    const outputs = [model, loaded, computeSequences(loaded)].map((each) => each.predict(inputs) as tf.Tensor);
    const [expected, cellByCell, bySequence] = await Promise.all(outputs.map((output) => output.data()));
    expected.forEach((value, i) => {
      expect(Math.abs(cellByCell[i] - value)).toBeLessThan(1e-6);
      expect(Math.abs(bySequence[i] - value)).toBeLessThan(1e-6);
    });
    expect(Math.max(...expected)).toBeGreaterThan(0.01);
    tf.dispose([inputs, outputs]);
    [model, loaded].forEach((each) => each.dispose());
  });

  it("refuses to compute a layer otherwise than its settings say", () => {
    const layer = tf.layers.lstm({ name: "hard", units: 2, inputShape: [4, 1] }); // TensorFlow.js's default is a hard sigmoid
    const model = tf.sequential({ layers: [layer] });
    expect(() => computeSequences(model)).toThrow('hard has recurrentActivation "hardSigmoid", not sigmoid');
    model.dispose();
  });
});

/** The readout starts from zero: gives it something to show. */
function drawFrom(model: tf.LayersModel): void {
  tf.tidy(() => model.getLayer("samples").setWeights([tf.fill([6, 1], 0.3), tf.tensor1d([0.1])]));
}
