import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { installBackends } from "../backends/install-backends.ts";
import { nodeWasmPaths } from "../backends/node-wasm-paths.ts";
import { readWeights } from "../training/model-weights.ts";
import { buildNetwork } from "./build.ts";
import { NETWORK_INPUTS, NETWORK_OUTPUT } from "./inputs.ts";

beforeAll(async () => {
  installBackends(nodeWasmPaths);
  await tf.setBackend("wasm");
});

describe("the published network of two inputs", { timeout: 60_000 }, () => {
  it("has the 185,997 parameters of the article", () => {
    const network = buildNetwork({ dropout: 0.3, seed: 1 });
    const normalizations = 12 + 12 + 1 + (7 + 7 + 1);
    const convolutions = 7 * 12 * 64 + 64 + (3 * 64 * 128 + 128) + (3 * 128 * 256 + 256);
    const batchNormalizations = 4 * (64 + 128 + 256);
    const metadata = 7 * 32 + 32 + (32 * 32 + 32);
    const joined = (256 + 32) * 128 + 128 + (128 * 128 + 128) + (128 * 5 + 5);
    expect(normalizations + convolutions + batchNormalizations + metadata + joined).toBe(185_997);
    expect(network.countParams()).toBe(185_997);
    network.dispose();
  });

  it("takes signals and metadata by name and gives five probabilities", () => {
    const network = buildNetwork({ dropout: 0.3, seed: 1 });
    expect(network.inputNames).toEqual([NETWORK_INPUTS.signals.name, NETWORK_INPUTS.metadata.name]);
    expect(network.inputs.map(({ shape }) => shape)).toEqual([NETWORK_INPUTS.signals.shape, NETWORK_INPUTS.metadata.shape]);
    expect(network.outputs[0].shape).toEqual(NETWORK_OUTPUT);
    expect((network.getLayer("superclasses").getConfig() as { activation: string }).activation).toBe("sigmoid");
    network.dispose();
  });

  it("starts from the same weights with the same seed", async () => {
    const weights = async (seed: number) => {
      const network = buildNetwork({ dropout: 0.3, seed });
      const values = await readWeights(network);
      network.dispose();
      return values;
    };
    expect(await weights(1)).toEqual(await weights(1));
    expect(await weights(1)).not.toEqual(await weights(2));
  });
});
