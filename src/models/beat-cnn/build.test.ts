import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { buildBeatCnn } from "./build.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the 1D-CNN", () => {
  it("halves the beat four times and has as many parameters as its comment says", () => {
    const model = buildBeatCnn({ dropout: 0.2, seed: 1 });
    const shapes = ["block-1", "block-2", "block-3", "block-4"].map((block) => model.getLayer(`${block}-pool`).outputShape);
    expect(shapes).toEqual([[null, 93, 16], [null, 46, 32], [null, 23, 64], [null, 11, 96]]);
    // Kernels 7·16 + 5·16·32 + 5·32·64 + 5·64·96, four numbers a channel for batch norm, dense 1056·64 + 64 and 64·5 + 5.
    expect(model.countParams()).toBe(112 + 2560 + 10_240 + 30_720 + 4 * (16 + 32 + 64 + 96) + 67_648 + 325);
    expect(model.countParams()).toBeLessThan(250_000);
    model.dispose();
  });

  it("starts from the same weights with the same seed", async () => {
    const weights = async (seed: number) => {
      const model = buildBeatCnn({ dropout: 0.2, seed });
      const values = await Promise.all(model.getWeights().map(async (weight) => Array.from(await weight.data())));
      model.dispose();
      return values;
    };
    expect(await weights(1)).toEqual(await weights(1));
    expect(await weights(1)).not.toEqual(await weights(2));
  });
});
