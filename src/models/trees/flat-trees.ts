/**
 * Binary trees as flat arrays over the nodes of all of them. A node's children lie side by side, left first; a leaf is
 * its own child.
 */
export interface FlatTrees {
  /** first node of each tree, and the number of nodes at the end: trees + 1 entries */
  readonly roots: Uint32Array;
  /** column a node splits; 0 in a leaf */
  readonly feature: Uint16Array;
  /** a value at most this goes left; +Infinity in a leaf */
  readonly threshold: Float32Array;
  /** left child; the right one is the next node; a leaf's own index in a leaf */
  readonly child: Uint32Array;
  /** what a row that ends in a leaf is given; 0 elsewhere */
  readonly leafValue: Float32Array;
}

/** Adds to `sums[row]` the value of the leaf that each row ends in. `columns`: by feature, all rows. */
export function addLeafValues(
  { feature, threshold, child, leafValue }: FlatTrees,
  root: number,
  columns: readonly (Float32Array | Uint8Array)[],
  sums: Float64Array,
): void {
  const rows = columns[0].length;
  for (let row = 0; row < rows; row++) {
    let node = root;
    let left = child[node];
    while (left !== node) {
      node = columns[feature[node]][row] <= threshold[node] ? left : left + 1;
      left = child[node];
    }
    sums[row] += leafValue[node];
  }
}
