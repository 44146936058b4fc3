import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { layersModelFiles, loadLayersModel } from "../artifacts/layers-model.ts";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { buildLstmFcn, LSTM_FCN_SHAPES } from "./build.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("LSTM-FCN", () => {
  it("has the paper's shapes and parameter count with 128 filters and units", () => {
    const model = buildLstmFcn({ filters: 128, units: 128, dropout: 0.8, seed: 1 });
    expect(model.getLayer("dimension-shuffle").outputShape).toEqual([null, 1, 187]);
    expect(model.getLayer("lstm").outputShape).toEqual([null, 128]);
    expect(model.getLayer("block-2-relu").outputShape).toEqual([null, 187, 256]);
    expect(model.getLayer("joined").outputShape).toEqual([null, 256]);
    const lstm = 4 * 128 * (187 + 128 + 1);
    const convolutions = 8 * 128 + 128 + (5 * 128 * 256 + 256) + (3 * 256 * 128 + 128);
    expect(model.countParams()).toBe(lstm + convolutions + 4 * (128 + 256 + 128) + 256 * 5 + 5);
    model.dispose();
  });

  it("is saved as standard layers alone", async () => {
    const model = buildLstmFcn({ filters: 16, units: 8, dropout: 0.8, seed: 1 });
    const files = await layersModelFiles(model);
    model.dispose();
    const readArtifact = (path: string) => Promise.resolve(new Uint8Array(files.get(path.replace("lstm-fcn/", "")) ?? []).buffer);
    const { model: loaded } = await loadLayersModel(readArtifact, "lstm-fcn", LSTM_FCN_SHAPES);
    expect(loaded.layers.map((layer) => layer.getClassName())).toContain("Dropout");
    loaded.dispose();
  });
});
