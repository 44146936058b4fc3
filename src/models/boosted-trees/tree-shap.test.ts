import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flattenTree, SHARE_STEPS, type BinTrees } from "./boosted-trees.ts";
import { randomBins, randomNumbers } from "./fixtures.ts";
import { growTree } from "./grow.ts";
import { addTreeShap } from "./tree-shap.ts";

const FEATURES = 4;

function randomTree(seed: number): BinTrees {
  const rows = 150;
  const sample = { rows: Uint32Array.from({ length: rows }, (_, row) => row), features: Uint32Array.of(0, 1, 2, 3), gradient: randomNumbers(seed, rows), hessian: new Float64Array(rows).fill(1) };
  const root = growTree(randomBins(seed, { rows, features: FEATURES, bins: 6 }), sample, { lambda: 0, minChildWeight: 3, maxLeaves: 20, maxDepth: 9 });
  return flattenTree(root, ({ sums }) => sums.gradient / sums.hessian);
}

/** The tree's value where only the features in `known` are: the others go both ways, in the shares of the training rows. */
function expectedValue(tree: BinTrees, bins: Uint8Array, known: ReadonlySet<number>, node = 0): number {
  const left = tree.child[node];
  if (left === node) return tree.leafValue[node];
  if (known.has(tree.feature[node])) return expectedValue(tree, bins, known, bins[tree.feature[node]] <= tree.threshold[node] ? left : left + 1);
  const share = tree.leftShare[node] / SHARE_STEPS;
  return share * expectedValue(tree, bins, known, left) + (1 - share) * expectedValue(tree, bins, known, left + 1);
}

/** Shapley's definition: what the feature adds, averaged over all orders in which features become known. */
function shapleyValue(tree: BinTrees, bins: Uint8Array, feature: number): number {
  const orders = permutations([0, 1, 2, 3]);
  const added = orders.map((order) => {
    const before = order.slice(0, order.indexOf(feature));
    return expectedValue(tree, bins, new Set([...before, feature])) - expectedValue(tree, bins, new Set(before));
  });
  return added.reduce((sum, own) => sum + own, 0) / orders.length;
}

function permutations(items: readonly number[]): number[][] {
  return items.length === 0 ? [[]] : items.flatMap((first) => permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]));
}

const cases = fc.tuple(fc.nat(), fc.uint8Array({ minLength: FEATURES, maxLength: FEATURES, max: 5 }));

describe("addTreeShap", () => {
  it("gives the Shapley values of the definition, also where a path asks about a feature twice", () => {
    fc.assert(
      fc.property(cases, ([seed, bins]) => {
        const tree = randomTree(seed);
        const attributions = new Float64Array(FEATURES);
        const mean = addTreeShap(tree, 0, bins, attributions);
        expect(mean).toBeCloseTo(expectedValue(tree, bins, new Set()), 10);
        attributions.forEach((value, feature) => expect(value).toBeCloseTo(shapleyValue(tree, bins, feature), 10));
      }),
      { numRuns: 40 },
    );
  });

  it("adds up with the mean to the tree's value, and adds to what is there", () => {
    fc.assert(
      fc.property(cases, ([seed, bins]) => {
        const tree = randomTree(seed);
        const attributions = new Float64Array(FEATURES).fill(7);
        const mean = addTreeShap(tree, 0, bins, attributions);
        const together = attributions.reduce((sum, value) => sum + value - 7, mean);
        expect(together).toBeCloseTo(expectedValue(tree, bins, new Set([0, 1, 2, 3])), 10);
      }),
      { numRuns: 40 },
    );
  });
});
