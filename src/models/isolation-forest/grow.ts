import { sampleWithoutReplacement, type Random } from "../../ecg/numeric/random.ts";
import { NodeList, type NodeSplit } from "../trees/node-list.ts";
import { averagePathLength, type IsolationForest } from "./forest.ts";

export interface GrowOptions {
  /** number of trees */
  readonly trees: number;
  /** rows a tree is grown on, drawn without replacement; the number of rows where there are fewer */
  readonly sampleSize: number;
  readonly random: Random;
}

/** A column is constant within a node if its values span no more than this, as in scikit-learn. */
const CONSTANT_SPAN = 1e-7;

/**
 * Grows an isolation forest on `columns`, one Float32Array of all rows per feature, without NaN.
 * Each node splits a random non-constant column at a uniform random value of its range; a tree ends at depth ⌈log2 sampleSize⌉.
 */
export function growForest(columns: readonly Float32Array[], { trees, sampleSize, random }: GrowOptions): IsolationForest {
  const rows = columns[0].length;
  const psi = Math.min(sampleSize, rows);
  const maxDepth = Math.ceil(Math.log2(Math.max(psi, 2)));
  const nodes = new NodeList();
  const roots = new Uint32Array(trees + 1);
  for (let tree = 0; tree < trees; tree++) {
    roots[tree] = nodes.length;
    growTree({ columns, maxDepth, random, nodes }, sampleWithoutReplacement(random, rows, psi));
  }
  roots[trees] = nodes.length;
  return { sampleSize: psi, depth: maxDepth, roots, ...nodes.arrays() };
}

interface PendingNode {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

interface Growth {
  readonly columns: readonly Float32Array[];
  readonly maxDepth: number;
  readonly random: Random;
  readonly nodes: NodeList;
}

/** Grows one tree breadth first on the sampled rows, reordering them so that a node's rows are sample[start..end). */
function growTree({ columns, maxDepth, random, nodes }: Growth, sample: Uint32Array): void {
  const queue: PendingNode[] = [{ node: nodes.add(), start: 0, end: sample.length, depth: 0 }];
  for (const { node, start, end, depth } of queue) {
    const split = depth < maxDepth ? drawSplit(columns, sample.subarray(start, end), random) : null;
    if (split === null) {
      nodes.setLeaf(node, depth + averagePathLength(end - start));
      continue;
    }
    const middle = start + partition(sample.subarray(start, end), columns[split.feature], split.threshold);
    const left = nodes.add();
    const right = nodes.add();
    nodes.setSplit(node, split, left);
    queue.push({ node: left, start, end: middle, depth: depth + 1 }, { node: right, start: middle, end, depth: depth + 1 });
  }
}

/** A random split of these rows, or null where no column can tell them apart. */
function drawSplit(columns: readonly Float32Array[], rows: Uint32Array, random: Random): NodeSplit | null {
  const ranges = columns
    .map((column, feature) => ({ feature, ...rangeOf(column, rows) }))
    .filter(({ min, max }) => max > min + CONSTANT_SPAN);
  if (ranges.length === 0) return null;
  const { feature, min, max } = ranges[random.integer(ranges.length)];
  const drawn = Math.fround(min + random.uniform() * (max - min));
  return { feature, threshold: drawn < max ? drawn : min };
}

function rangeOf(column: Float32Array, rows: Uint32Array): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    const value = column[row];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** Moves the rows that go left to the front; returns how many they are. */
function partition(rows: Uint32Array, column: Float32Array, threshold: number): number {
  let left = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (column[row] <= threshold) {
      rows[i] = rows[left];
      rows[left++] = row;
    }
  }
  return left;
}
