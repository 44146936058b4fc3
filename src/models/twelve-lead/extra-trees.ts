import { fromFloat16, toFloat16 } from "../../ecg/numeric/float16.ts";
import { sampleWithoutReplacement, seededRandom, type Random } from "../../ecg/numeric/random.ts";
import { addLeafValues, type FlatTrees } from "../trees/flat-trees.ts";
import { NodeList } from "../trees/node-list.ts";

export interface GrowTreesOptions {
  readonly trees: number;
  /** share of the features that a split is chosen among, drawn for each split */
  readonly featureShare: number;
  /** least rows of a leaf, as a share of all rows; two at least */
  readonly leastLeafShare: number;
  readonly seed: number;
}

/** Numbers as a file of half-precision floats keeps them, so that trees give the same answers before and after saving. */
const rounded = (value: number): number => fromFloat16(toFloat16(Float32Array.of(value)))[0];

/**
 * Extremely randomised trees (P. Geurts, D. Ernst, L. Wehenkel, Machine Learning 63, 2006) for one class against the rest:
 * all rows in every tree, and at each split, of some features with one random threshold each, the one that parts the
 * classes best (Gini). A leaf gives the share of its rows that are of the class. `columns`: by feature, all rows, no NaN;
 * `isOfClass`: 1 or 0 a row. The same rows and options give the same trees.
 */
export function growExtraTrees(columns: readonly Float32Array[], isOfClass: Uint8Array, options: GrowTreesOptions): FlatTrees {
  const random = seededRandom(options.seed);
  const nodes = new NodeList();
  const roots = [0];
  const leastLeaf = Math.max(2, Math.ceil(options.leastLeafShare * isOfClass.length));
  const offered = Math.max(1, Math.round(options.featureShare * columns.length));
  for (let tree = 0; tree < options.trees; tree++) {
    const queue = [{ node: nodes.add(), rows: Uint32Array.from(isOfClass.keys()) }];
    for (const { node, rows } of queue) {
      const split = bestSplit({ columns, isOfClass, rows }, { offered, leastLeaf, random });
      if (split === null) {
        nodes.setLeaf(node, rounded(countOf(isOfClass, rows) / rows.length));
        continue;
      }
      const left = nodes.add();
      nodes.setSplit(node, split, left);
      const goesLeft = (row: number) => columns[split.feature][row] <= split.threshold;
      queue.push({ node: left, rows: rows.filter(goesLeft) }, { node: nodes.add(), rows: rows.filter((row) => !goesLeft(row)) });
    }
    roots.push(nodes.length);
  }
  return { roots: Uint32Array.from(roots), ...nodes.arrays() };
}

/** By row, the mean over the trees of what they give it: the probability of the class. */
export function treeProbabilities(trees: FlatTrees, columns: readonly Float32Array[]): Float64Array {
  const sums = new Float64Array(columns[0].length);
  for (const root of trees.roots.subarray(0, -1)) addLeafValues(trees, root, columns, sums);
  return sums.map((sum) => sum / (trees.roots.length - 1));
}

interface NodeRows {
  readonly columns: readonly Float32Array[];
  readonly isOfClass: Uint8Array;
  readonly rows: Uint32Array;
}

interface SplitOptions {
  readonly offered: number;
  readonly leastLeaf: number;
  readonly random: Random;
}

/** Null where the rows are all of one kind, too few, or alike in all features that were offered. */
function bestSplit({ columns, isOfClass, rows }: NodeRows, { offered, leastLeaf, random }: SplitOptions): { feature: number; threshold: number } | null {
  const ofClass = countOf(isOfClass, rows);
  if (rows.length < 2 * leastLeaf || ofClass === 0 || ofClass === rows.length) return null;
  let best: { feature: number; threshold: number } | null = null;
  let least = Infinity;
  for (const feature of sampleWithoutReplacement(random, columns.length, offered)) {
    const column = columns[feature];
    let [low, high] = [Infinity, -Infinity];
    for (const row of rows) {
      low = Math.min(low, column[row]);
      high = Math.max(high, column[row]);
    }
    const threshold = rounded(low + random.uniform() * (high - low));
    let left = 0;
    let leftOfClass = 0;
    for (const row of rows) {
      if (column[row] > threshold) continue;
      left++;
      leftOfClass += isOfClass[row];
    }
    if (left < leastLeaf || rows.length - left < leastLeaf) continue;
    const impurity = gini(leftOfClass, left) + gini(ofClass - leftOfClass, rows.length - left);
    if (impurity < least) [best, least] = [{ feature, threshold }, impurity];
  }
  return best;
}

/** Times the number of rows, and without the factor 2. */
const gini = (ofClass: number, rows: number): number => (ofClass * (rows - ofClass)) / rows;

function countOf(isOfClass: Uint8Array, rows: Uint32Array): number {
  let count = 0;
  for (const row of rows) count += isOfClass[row];
  return count;
}
