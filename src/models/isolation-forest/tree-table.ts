import { lowerBound } from "../trees/lower-bound.ts";
import type { IsolationForest } from "./forest.ts";

/**
 * A tree as a table. Its path length is constant on the cells of the grid that its thresholds cut the three features
 * into; a row's cell is the sum of one offset per feature, so two look-ups and an addition each replace the walk.
 */
export interface TreeTable {
  /** by feature: offset of the cell, by the row's rank among the cuts of all tables */
  readonly offsets: Offsets;
  readonly pathLength: Float32Array;
}

type Offsets = readonly [Uint16Array, Uint16Array, Uint16Array];

/** Features of a forest that can be turned into tables: with more, the grids are too large. */
export const TABLE_FEATURES = 3;

/** Cells that a 16-bit offset can number. */
export const MOST_CELLS = 0x10000;

/** By feature, the distinct thresholds of a tree (nodes `from` to `to`) in ascending order. */
export function thresholdsOf({ feature, threshold, child }: IsolationForest, from: number, to: number): Float32Array[] {
  const found = Array.from({ length: TABLE_FEATURES }, (): number[] => []);
  for (let node = from; node < to; node++) if (child[node] !== node) found[feature[node]].push(threshold[node]);
  return found.map(sortedDistinct);
}

/** The cuts of several trees, feature by feature. */
export function joinCuts(cuts: readonly (readonly Float32Array[])[]): Float32Array[] {
  return Array.from({ length: TABLE_FEATURES }, (_, feature) => sortedDistinct(cuts.flatMap((own) => Array.from(own[feature]))));
}

const sortedDistinct = (values: readonly number[]): Float32Array => Float32Array.from(new Set(values)).sort();

/** Cells of the grid that these cuts make. */
export const cellCount = (own: readonly Float32Array[]): number => own.reduce((product, { length }) => product * (length + 1), 1);

/** The table of the tree at `root`, whose own cuts are among `cuts`; at most MOST_CELLS cells. */
export function tabulateTree(forest: IsolationForest, root: number, { own, cuts }: { readonly own: readonly Float32Array[]; readonly cuts: readonly Float32Array[] }): TreeTable {
  const [first, second, third] = own.map(({ length }) => length + 1);
  const strides = [second * third, third, 1];
  const pathLength = new Float32Array(first * second * third);
  const fill = (node: number, box: Box): void => {
    const left = forest.child[node];
    if (left === node) {
      fillBox(pathLength, strides, box, forest.leafValue[node]);
      return;
    }
    const feature = forest.feature[node];
    const end = lowerBound(own[feature], forest.threshold[node]) + 1;
    fill(left, { ...box, to: box.to.with(feature, end) });
    fill(left + 1, { ...box, from: box.from.with(feature, end) });
  };
  fill(root, { from: [0, 0, 0], to: [first, second, third] });
  const offsets = cuts.map((all, feature) => offsetsByRank(all, own[feature], strides[feature]));
  return { offsets: [offsets[0], offsets[1], offsets[2]], pathLength };
}

/** Cells from … to − 1 in each feature. */
interface Box {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function fillBox(cells: Float32Array, strides: readonly number[], { from, to }: Box, value: number): void {
  for (let first = from[0]; first < to[0]; first++) {
    for (let second = from[1]; second < to[1]; second++) {
      const start = first * strides[0] + second * strides[1];
      cells.fill(value, start + from[2], start + to[2]);
    }
  }
}

/** A row's rank r means that `all[r − 1]` is the highest cut below its value, so of its own cuts it lies above those up to that. */
function offsetsByRank(all: Float32Array, own: Float32Array, stride: number): Uint16Array {
  const offsets = new Uint16Array(all.length + 1);
  let above = 0;
  for (let rank = 1; rank <= all.length; rank++) {
    if (own[above] === all[rank - 1]) above++;
    offsets[rank] = above * stride;
  }
  return offsets;
}

/** Adds the path lengths of `count` rows, given by their ranks in each feature. */
export function addTabulated({ offsets: [first, second, third], pathLength }: TreeTable, ranks: readonly Uint32Array[], pathSum: Float64Array, count: number): void {
  const [firstRank, secondRank, thirdRank] = ranks;
  for (let row = 0; row < count; row++) {
    pathSum[row] += pathLength[first[firstRank[row]] + second[secondRank[row]] + third[thirdRank[row]]];
  }
}
