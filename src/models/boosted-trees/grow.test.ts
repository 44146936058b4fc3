import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomBins, randomNumbers } from "./fixtures.ts";
import { growTree, type GrownNode, type TreeSample } from "./grow.ts";
import type { BinnedFeatures } from "./histogram.ts";

const RULES = { lambda: 1, minChildWeight: 0.5 };

function sampleOf(seed: number, rows: number, features: number): { binned: BinnedFeatures; sample: TreeSample } {
  const gradient = randomNumbers(seed, rows);
  return {
    binned: randomBins(seed, { rows, features, bins: 12 }),
    sample: { rows: Uint32Array.from({ length: rows }, (_, row) => row), features: Uint32Array.from({ length: features }, (_, i) => i), gradient, hessian: randomNumbers(seed + 1, rows).map((h) => 0.05 + h * h) },
  };
}

/** Every node with the rows that reach it, found by asking the questions of each row. */
function nodesWithRows(root: GrownNode, { columns }: BinnedFeatures, rows: Uint32Array): { node: GrownNode; rows: Uint32Array; depth: number }[] {
  const found = [{ node: root, rows, depth: 0 }];
  for (const { node, rows: own, depth } of found) {
    if (node.split === null) continue;
    const { feature, bin, left, right } = node.split;
    const goesLeft = (row: number) => columns[feature][row] <= bin;
    found.push({ node: left, rows: own.filter(goesLeft), depth: depth + 1 }, { node: right, rows: own.filter((row) => !goesLeft(row)), depth: depth + 1 });
  }
  return found;
}

describe("growTree", () => {
  it("knows of each node what its rows sum to, and keeps its limits", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 6 }), (seed, rows, maxLeaves, maxDepth) => {
        const { binned, sample } = sampleOf(seed, rows, 4);
        const root = growTree(binned, sample, { ...RULES, maxLeaves, maxDepth });
        const nodes = nodesWithRows(root, binned, sample.rows);
        for (const { node, rows: own, depth } of nodes) {
          expect(node.rows).toBe(own.length);
          expect(node.sums.gradient).toBeCloseTo(own.reduce((sum, row) => sum + sample.gradient[row], 0), 9);
          expect(node.sums.hessian).toBeCloseTo(own.reduce((sum, row) => sum + sample.hessian[row], 0), 9);
          expect(depth).toBeLessThanOrEqual(maxDepth);
          if (depth > 0) expect(node.sums.hessian).toBeGreaterThanOrEqual(RULES.minChildWeight);
        }
        expect(nodes.filter(({ node }) => node.split === null).length).toBeLessThanOrEqual(maxLeaves);
      }),
      { numRuns: 60 },
    );
  });

  it("splits first where the gain is highest: more leaves are the same tree, split further", () => {
    const { binned, sample } = sampleOf(4, 200, 4);
    const lossOf = (maxLeaves: number) =>
      nodesWithRows(growTree(binned, sample, { ...RULES, maxLeaves, maxDepth: 20 }), binned, sample.rows)
        .filter(({ node }) => node.split === null)
        .reduce((sum, { node: { sums } }) => sum - sums.gradient ** 2 / (sums.hessian + RULES.lambda), 0);
    const losses = Array.from({ length: 12 }, (_, i) => lossOf(i + 1));
    for (let i = 1; i < losses.length; i++) expect(losses[i]).toBeLessThan(losses[i - 1]);
  });

  it("asks only about the features it is offered, and leaves the rows in their order", () => {
    const { binned, sample } = sampleOf(9, 200, 4);
    const offered = { ...sample, features: Uint32Array.of(1, 3) };
    const before = Array.from(sample.rows);
    const root = growTree(binned, offered, { ...RULES, maxLeaves: 16, maxDepth: 8 });
    const asked = nodesWithRows(root, binned, sample.rows).flatMap(({ node }) => (node.split === null ? [] : [node.split.feature]));
    expect(new Set(asked)).toEqual(new Set([1, 3]));
    expect(Array.from(sample.rows)).toEqual(before);
  });
});
