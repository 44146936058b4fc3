import type { FlatTrees } from "../trees/flat-trees.ts";

/** An isolation forest (Liu, Ting, Zhou: Isolation Forest, ICDM 2008). A leaf's value is its depth plus the average path length of the rows that ended in it. */
export interface IsolationForest extends FlatTrees {
  /** rows each tree was grown on (psi) */
  readonly sampleSize: number;
  /** longest path from a root to a leaf, in edges */
  readonly depth: number;
}

const EULER_GAMMA = 0.5772156649015329;

/** Average path length of an unsuccessful search in a binary search tree of `rows` rows: c(n) of Liu et al., equation 1. */
export function averagePathLength(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * (Math.log(rows - 1) + EULER_GAMMA) - (2 * (rows - 1)) / rows;
}
