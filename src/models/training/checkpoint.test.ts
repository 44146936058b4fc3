import { describe, expect, it } from "vitest";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "./checkpoint.ts";

const checkpoint: Checkpoint = {
  fingerprint: "a training",
  epochs: [{ trainingLoss: 0.5, validationLoss: 0.4 }],
  bestEpoch: 0,
  random: { words: [1, 2, 3, 4], spareNormal: -0.25 },
  weights: [Float32Array.of(1, 2, 3), new Float32Array(0)],
  bestWeights: [Float32Array.of(4)],
  moments: [Float32Array.of(5, 6), Float32Array.of(7)],
};

describe("a checkpoint", () => {
  it("comes back from its bytes, also from within a larger buffer", () => {
    const bytes = encodeCheckpoint(checkpoint);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeCheckpoint(larger.subarray(3))).toEqual(checkpoint);
  });

  it("is none where the bytes are cut short, empty or something else", () => {
    const bytes = encodeCheckpoint(checkpoint);
    for (const length of [0, 3, 10, bytes.length - 1]) expect(decodeCheckpoint(bytes.subarray(0, length))).toBeNull();
    expect(decodeCheckpoint(new TextEncoder().encode("????{}{}{}{}"))).toBeNull();
  });
});
