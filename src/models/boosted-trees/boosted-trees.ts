import type { FlatTrees } from "../trees/flat-trees.ts";
import { NodeList } from "../trees/node-list.ts";
import type { GrownNode } from "./grow.ts";

/** Flat trees over bins: a node's threshold is the highest bin that goes left. */
export interface BinTrees extends FlatTrees {
  /** of a split, the share of its training rows that went left, in steps of 1 / SHARE_STEPS, neither none nor all; 0 in a leaf */
  readonly leftShare: Uint16Array;
}

export const SHARE_STEPS = 65_535;

/**
 * Gradient-boosted trees for several classes (Friedman 2001; Chen and Guestrin 2016). A beat's score of a class is its
 * start score plus the leaf values of its trees; softmax makes the scores of all classes probabilities.
 */
export interface BoostedTrees {
  /** by class: log of its share in the training rows */
  readonly startScores: Float32Array;
  /** by feature, ascending: a value's bin is how many edges lie below it */
  readonly edges: readonly Float32Array[];
  /** round by round, and in each round class by class */
  readonly trees: BinTrees;
}

/** A grown tree as flat arrays, level by level. */
export function flattenTree(root: GrownNode, leafValue: (leaf: GrownNode) => number): BinTrees {
  const nodes = new NodeList();
  const shares: number[] = [];
  const queue = [{ grown: root, node: nodes.add() }];
  for (const { grown, node } of queue) {
    if (grown.split === null) {
      nodes.setLeaf(node, leafValue(grown));
      shares.push(0);
      continue;
    }
    const { feature, bin, left, right } = grown.split;
    const leftNode = nodes.add();
    queue.push({ grown: left, node: leftNode }, { grown: right, node: nodes.add() });
    nodes.setSplit(node, { feature, threshold: bin }, leftNode);
    shares.push(Math.min(Math.max(Math.round((SHARE_STEPS * left.rows) / grown.rows), 1), SHARE_STEPS - 1));
  }
  return { roots: Uint32Array.of(0, nodes.length), ...nodes.arrays(), leftShare: Uint16Array.from(shares) };
}

/** Trees one after another. */
export function joinTrees(parts: readonly BinTrees[]): BinTrees {
  const starts: number[] = [];
  let total = 0;
  for (const { child } of parts) {
    starts.push(total);
    total += child.length;
  }
  const joined = {
    roots: Uint32Array.from([...parts.flatMap(({ roots }, i) => Array.from(roots.subarray(0, -1), (root) => root + starts[i])), total]),
    feature: new Uint16Array(total),
    threshold: new Float32Array(total),
    child: new Uint32Array(total),
    leafValue: new Float32Array(total),
    leftShare: new Uint16Array(total),
  };
  parts.forEach(({ feature, threshold, child, leafValue, leftShare }, i) => {
    joined.feature.set(feature, starts[i]);
    joined.threshold.set(threshold, starts[i]);
    joined.child.set(child.map((left) => left + starts[i]), starts[i]);
    joined.leafValue.set(leafValue, starts[i]);
    joined.leftShare.set(leftShare, starts[i]);
  });
  return joined;
}

/** Joined trees one by one. */
export function separateTrees({ roots, ...nodes }: BinTrees): BinTrees[] {
  return Array.from(roots.subarray(0, -1), (root, tree) => {
    const end = roots[tree + 1];
    return {
      roots: Uint32Array.of(0, end - root),
      feature: nodes.feature.slice(root, end),
      threshold: nodes.threshold.slice(root, end),
      child: nodes.child.slice(root, end).map((left) => left - root),
      leafValue: nodes.leafValue.slice(root, end),
      leftShare: nodes.leftShare.slice(root, end),
    };
  });
}
