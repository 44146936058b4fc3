import { describe, expect, it } from "vitest";
import { quietControl } from "../fixtures/quiet-control.ts";
import { decodeTrees, encodeTrees, type TreesFile } from "./artifact.ts";
import { boost } from "./boost.ts";
import { threeClasses } from "./fixtures.ts";

async function trainedFile(): Promise<TreesFile> {
  const options = { stage: "Trees", classCount: 3, rounds: 4, patience: 4, learningRate: 0.2, maxLeaves: 6, maxDepth: 4, minChildWeight: 0.5, lambda: 1, featureShare: 0.5, rowShare: 0.7, seed: 5, resumable: null };
  const { startScores, trees } = await boost(threeClasses(1, 300), threeClasses(2, 100), { ...quietControl(), ...options });
  const edges = [Float32Array.of(0.25, 0.5), Float32Array.of(), Float32Array.of(-1), Float32Array.from({ length: 254 }, (_, i) => i)];
  return { classes: ["A", "B", "C"], features: ["a", "b", "c", "d"], model: { startScores, edges, trees } };
}

describe("the file of trees", async () => {
  const file = await trainedFile();
  const bytes = encodeTrees(file);
  const broken = { code: "broken-model", place: { file: "trees.bin" } };

  it("gives back what was written", () => {
    expect(decodeTrees(bytes.buffer, "trees.bin")).toEqual(file);
  });

  it("holds trees that could not be split", async () => {
    const { model: { startScores, trees }, ...rest } = file;
    const leaf = { roots: Uint32Array.of(0, 1), feature: Uint16Array.of(0), threshold: Float32Array.of(Infinity), child: Uint32Array.of(0), leafValue: Float32Array.of(0.5), leftShare: Uint16Array.of(0) };
    expect(trees.roots.length).toBe(13);
    const single = { ...rest, model: { startScores, edges: file.model.edges, trees: leaf } };
    expect(decodeTrees(encodeTrees(single).buffer, "trees.bin")).toEqual(single);
  });

  it("is refused when it is cut short, too long, or another file", () => {
    for (const length of [0, 3, 40, bytes.length - 1]) expect(() => decodeTrees(bytes.slice(0, length).buffer, "trees.bin")).toThrow(expect.objectContaining(broken));
    expect(() => decodeTrees(Uint8Array.of(...bytes, 0).buffer, "trees.bin")).toThrow(expect.objectContaining(broken));
    const other = bytes.slice();
    other.set(new TextEncoder().encode("isoline boosted trees 9"), new TextDecoder("latin1").decode(bytes).indexOf("isoline"));
    expect(() => decodeTrees(other.buffer, "trees.bin")).toThrow(expect.objectContaining(broken));
  });
});
