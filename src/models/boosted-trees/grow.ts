import { fillHistogram, subtractHistogram, type BinnedFeatures, type Histogram } from "./histogram.ts";
import { bestSplit, type Split, type SplitRules, type Sums } from "./split.ts";

export interface GrowOptions extends SplitRules {
  readonly maxDepth: number;
  readonly maxLeaves: number;
}

/** What one tree is grown on. */
export interface TreeSample {
  /** ascending */
  readonly rows: Uint32Array;
  /** numbers of the features it may split on */
  readonly features: Uint32Array;
  /** of all rows: first and second derivative of the loss by the score that the tree adds to */
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/** A node of a grown tree: its rows' sums, and where it was split. */
export interface GrownNode {
  readonly rows: number;
  readonly sums: Sums;
  /** rows whose bin of the feature is at most `bin` went left */
  split: { readonly feature: number; readonly bin: number; readonly left: GrownNode; readonly right: GrownNode } | null;
}

/** A leaf that can still be split; its rows are rows[start … start + node.rows). */
interface OpenLeaf {
  readonly node: GrownNode;
  readonly depth: number;
  readonly start: number;
  readonly best: Split;
  readonly histogram: Histogram;
}

/**
 * Grows one tree best first: the leaf whose split gains most is split next (Ke et al. 2017). The smaller child's
 * histogram is summed; the larger one's is its parent's less that.
 */
export function growTree(binned: BinnedFeatures, sample: TreeSample, options: GrowOptions): GrownNode {
  const rows = sample.rows.slice();
  const own: BinnedFeatures = { columns: Array.from(sample.features, (feature) => binned.columns[feature]), bins: binned.bins };
  const histograms = new HistogramPool(2 * own.columns.length * own.bins);
  const scratch = new Uint32Array(rows.length);
  const pairs = new Float64Array(2 * rows.length);
  const open: OpenLeaf[] = [];

  const sumRows = (start: number, end: number): Histogram => {
    for (let i = start; i < end; i++) {
      pairs[2 * i] = sample.gradient[rows[i]];
      pairs[2 * i + 1] = sample.hessian[rows[i]];
    }
    const histogram = histograms.take();
    fillHistogram(histogram, own, rows.subarray(start, end), pairs.subarray(2 * start, 2 * end));
    return histogram;
  };
  const openLeaf = (leaf: Omit<OpenLeaf, "best" | "histogram">, histogram: Histogram): void => {
    const best = leaf.depth < options.maxDepth ? bestSplit(histogram, own.bins, leaf.node.sums, options) : null;
    if (best === null) histograms.giveBack(histogram);
    else open.push({ ...leaf, best, histogram });
  };

  const root: GrownNode = { rows: rows.length, sums: sumOf(rows, sample), split: null };
  openLeaf({ node: root, depth: 0, start: 0 }, sumRows(0, rows.length));
  for (let leaves = 1; leaves < options.maxLeaves && open.length > 0; leaves++) {
    const { node, depth, start, best, histogram } = takeBest(open);
    const end = start + node.rows;
    const middle = start + partition(rows.subarray(start, end), own.columns[best.feature], best.bin, scratch);
    const left: GrownNode = { rows: middle - start, sums: best.left, split: null };
    const right: GrownNode = { rows: end - middle, sums: best.right, split: null };
    node.split = { feature: sample.features[best.feature], bin: best.bin, left, right };
    const sides = [{ node: left, depth: depth + 1, start }, { node: right, depth: depth + 1, start: middle }];
    const [smaller, larger] = left.rows <= right.rows ? sides : sides.reverse();
    const summed = sumRows(smaller.start, smaller.start + smaller.node.rows);
    subtractHistogram(histogram, summed);
    openLeaf(smaller, summed);
    openLeaf(larger, histogram);
  }
  return root;
}

function sumOf(rows: Uint32Array, { gradient, hessian }: Pick<TreeSample, "gradient" | "hessian">): Sums {
  let gradientSum = 0;
  let hessianSum = 0;
  for (const row of rows) {
    gradientSum += gradient[row];
    hessianSum += hessian[row];
  }
  return { gradient: gradientSum, hessian: hessianSum };
}

/** Removes the leaf of highest gain; the first of equals. */
function takeBest(open: OpenLeaf[]): OpenLeaf {
  let at = 0;
  for (let i = 1; i < open.length; i++) if (open[i].best.gain > open[at].best.gain) at = i;
  return open.splice(at, 1)[0];
}

/** Moves the rows that go left to the front, both sides keeping their order; returns how many they are. */
function partition(rows: Uint32Array, column: Uint8Array, bin: number, scratch: Uint32Array): number {
  let left = 0;
  let right = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (column[row] <= bin) rows[left++] = row;
    else scratch[right++] = row;
  }
  rows.set(scratch.subarray(0, right), left);
  return left;
}

/** Histograms are large and needed for a moment: they are used again. */
class HistogramPool {
  readonly #free: Histogram[] = [];
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  take(): Histogram {
    return this.#free.pop() ?? new Float64Array(this.#length);
  }

  giveBack(histogram: Histogram): void {
    this.#free.push(histogram);
  }
}
