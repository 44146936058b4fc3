import { quantileOfSorted } from "./quantile.ts";

export interface RollingSpread {
  readonly median: Float64Array<ArrayBuffer>;
  /** median absolute deviation from that median, unscaled (times 1.4826 it estimates a normal's standard deviation) */
  readonly mad: Float64Array<ArrayBuffer>;
}

/**
 * Rolling median over a centred window of `window` rows (odd); near an edge the part of the window that exists.
 * The values must be free of NaN. Throws a RangeError for an even or non-positive window, or a NaN.
 */
export function rollingMedian(values: Float64Array, window: number): Float64Array<ArrayBuffer> {
  const median = new Float64Array(values.length);
  slide(values, window, (row, sorted, size) => {
    median[row] = medianOfSorted(sorted, size);
  });
  return median;
}

/** Rolling quantiles (see `quantile`) over the same centred window, one array for each of `at`; conditions as for `rollingMedian`. */
export function rollingQuantiles(values: Float64Array, window: number, at: readonly number[]): Float64Array<ArrayBuffer>[] {
  const quantiles = at.map(() => new Float64Array(values.length));
  slide(values, window, (row, sorted, size) => {
    at.forEach((share, i) => (quantiles[i][row] = quantileOfSorted(sorted.subarray(0, size), share)));
  });
  return quantiles;
}

/** Rolling median and median absolute deviation over the same centred window; conditions as for `rollingMedian`. */
export function rollingSpread(values: Float64Array, window: number): RollingSpread {
  const median = new Float64Array(values.length);
  const mad = new Float64Array(values.length);
  slide(values, window, (row, sorted, size) => {
    const centre = medianOfSorted(sorted, size);
    median[row] = centre;
    mad[row] = medianDeviation(sorted, size, centre);
  });
  return { median, mad };
}

type Visit = (row: number, sorted: Float64Array, size: number) => void;

/** Calls `visit` for each row with the rows around it in ascending order: one array, kept sorted by insertion. */
function slide(values: Float64Array, window: number, visit: Visit): void {
  if (!Number.isInteger(window) || window < 1 || window % 2 === 0) {
    throw new RangeError(`A centred window has an odd number of rows, not ${window}.`);
  }
  if (values.some(Number.isNaN)) throw new RangeError("A rolling median needs values without gaps.");
  const half = (window - 1) / 2;
  const sorted = new Float64Array(window);
  let size = 0;
  for (let row = -half; row < values.length; row++) {
    const leaves = row > half;
    const enters = row + half < values.length;
    if (leaves && enters) replace(sorted, size, values[row - half - 1], values[row + half]);
    else if (leaves) size = remove(sorted, size, values[row - half - 1]);
    else if (enters) size = insert(sorted, size, values[row + half]);
    if (row >= 0) visit(row, sorted, size);
  }
}

function insert(sorted: Float64Array, size: number, value: number): number {
  let slot = size;
  for (; slot > 0 && sorted[slot - 1] > value; slot--) sorted[slot] = sorted[slot - 1];
  sorted[slot] = value;
  return size + 1;
}

function remove(sorted: Float64Array, size: number, value: number): number {
  for (let slot = find(sorted, size, value); slot + 1 < size; slot++) sorted[slot] = sorted[slot + 1];
  return size - 1;
}

/** Moves only what lies between the old value's place and the new one's. */
function replace(sorted: Float64Array, size: number, old: number, value: number): void {
  let slot = find(sorted, size, old);
  for (; slot + 1 < size && sorted[slot + 1] < value; slot++) sorted[slot] = sorted[slot + 1];
  for (; slot > 0 && sorted[slot - 1] > value; slot--) sorted[slot] = sorted[slot - 1];
  sorted[slot] = value;
}

/** The first place of `value`, which is there. */
function find(sorted: Float64Array, size: number, value: number): number {
  let from = 0;
  for (let to = size; from < to; ) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function medianOfSorted(sorted: Float64Array, size: number): number {
  const middle = size >> 1;
  return size % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The half of the rows nearest to the centre lie side by side: found by bisection, its ends hold the largest deviations. */
function medianDeviation(sorted: Float64Array, size: number, centre: number): number {
  const nearest = (size >> 1) + 1;
  let from = 0;
  for (let to = size - nearest; from < to; ) {
    const middle = (from + to) >> 1;
    if (centre - sorted[middle] > sorted[middle + nearest] - centre) from = middle + 1;
    else to = middle;
  }
  const last = from + nearest - 1;
  const onLeft = centre - sorted[from];
  const onRight = sorted[last] - centre;
  if (size % 2 === 1) return Math.max(onLeft, onRight);
  const nextLargest = onLeft > onRight ? Math.max(centre - sorted[from + 1], onRight) : Math.max(onLeft, sorted[last - 1] - centre);
  return (Math.max(onLeft, onRight) + nextLargest) / 2;
}
