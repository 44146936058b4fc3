/**
 * An isolation forest (Liu, Ting, Zhou: Isolation Forest, ICDM 2008) as flat arrays over the nodes of all trees.
 * A node's children lie side by side, left first; a leaf is its own child, so that a walk of `depth` steps ends in it.
 */
export interface IsolationForest {
  /** rows each tree was grown on (psi) */
  readonly sampleSize: number;
  /** longest path from a root to a leaf, in edges */
  readonly depth: number;
  /** first node of each tree, and the number of nodes at the end: trees + 1 entries */
  readonly roots: Uint32Array;
  /** column a node splits; 0 in a leaf */
  readonly feature: Uint8Array;
  /** a value at most this goes left; +Infinity in a leaf */
  readonly threshold: Float32Array;
  /** left child; the right one is the next node; a leaf's own index in a leaf */
  readonly child: Uint32Array;
  /** in a leaf, its depth plus the average path length of the rows that ended in it; 0 elsewhere */
  readonly pathLength: Float32Array;
}

const EULER_GAMMA = 0.5772156649015329;

/** Average path length of an unsuccessful search in a binary search tree of `rows` rows: c(n) of Liu et al., equation 1. */
export function averagePathLength(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * (Math.log(rows - 1) + EULER_GAMMA) - (2 * (rows - 1)) / rows;
}
