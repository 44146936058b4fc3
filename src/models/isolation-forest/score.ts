import { turns, type JobControl } from "../../ecg/progress.ts";
import { addLeafValues } from "../trees/flat-trees.ts";
import { lowerBound } from "../trees/lower-bound.ts";
import { averagePathLength, type IsolationForest } from "./forest.ts";
import { addTabulated, cellCount, joinCuts, MOST_CELLS, TABLE_FEATURES, tabulateTree, thresholdsOf, type TreeTable } from "./tree-table.ts";

/** Rows that pass through all trees together: few enough for their ranks and sums to stay in the cache. */
const BLOCK_ROWS = 8192;

/**
 * Anomaly score 2^(−E[h] / c(ψ)) of each row (Liu et al., equation 2), higher is more anomalous: what scikit-learn's
 * `score_samples` returns, without the minus sign. `columns` are as the forest was grown on, without NaN.
 */
export async function scoreRows(
  forest: IsolationForest,
  columns: readonly Float32Array[],
  { signal, onProgress }: JobControl,
): Promise<Float32Array<ArrayBuffer>> {
  const rows = columns[0].length;
  const { cuts, tables, walkedRoots } = prepare(forest, columns);
  const scale = 1 / ((forest.roots.length - 1) * averagePathLength(forest.sampleSize));
  const ranks = cuts.map(() => new Uint32Array(BLOCK_ROWS));
  const pathSum = new Float64Array(BLOCK_ROWS);
  const scores = new Float32Array(rows);
  const takeTurn = turns(signal, (done) => onProgress({ stage: "Scoring", done, total: rows, unit: "rows" }));
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - start);
    const block = columns.map((column) => column.subarray(start, start + count));
    pathSum.fill(0);
    cuts.forEach((own, feature) => rankRows(own, block[feature], ranks[feature]));
    for (const table of tables) addTabulated(table, ranks, pathSum, count);
    for (const root of walkedRoots) addLeafValues(forest, root, block, pathSum);
    for (let i = 0; i < count; i++) scores[start + i] = 2 ** (-pathSum[i] * scale);
    await takeTurn(start + count);
  }
  return scores;
}

/** How each tree is scored: by a table where that has fewer cells than there are rows, else by walking it. */
interface Prepared {
  /** by feature, the thresholds of all tabulated trees in ascending order */
  readonly cuts: readonly Float32Array[];
  readonly tables: readonly TreeTable[];
  readonly walkedRoots: readonly number[];
}

function prepare(forest: IsolationForest, columns: readonly Float32Array[]): Prepared {
  const roots = Array.from(forest.roots.subarray(0, -1));
  if (columns.length !== TABLE_FEATURES) return { cuts: [], tables: [], walkedRoots: roots };
  const mostCells = Math.min(MOST_CELLS, columns[0].length);
  const trees = roots.map((root, tree) => ({ root, own: thresholdsOf(forest, root, forest.roots[tree + 1]) }));
  const isSmall = ({ own }: { readonly own: readonly Float32Array[] }) => cellCount(own) <= mostCells;
  const small = trees.filter(isSmall);
  const cuts = joinCuts(small.map(({ own }) => own));
  return {
    cuts,
    tables: small.map(({ root, own }) => tabulateTree(forest, root, { own, cuts })),
    walkedRoots: trees.filter((tree) => !isSmall(tree)).map(({ root }) => root),
  };
}

function rankRows(cuts: Float32Array, column: Float32Array, ranks: Uint32Array): void {
  for (let row = 0; row < column.length; row++) ranks[row] = lowerBound(cuts, column[row]);
}
