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
    if (row - half > 0) size = remove(sorted, size, values[row - half - 1]);
    if (row + half < values.length) size = insert(sorted, size, values[row + half]);
    if (row >= 0) visit(row, sorted, size);
  }
}

function insert(sorted: Float64Array, size: number, value: number): number {
  let slot = size;
  while (slot > 0 && sorted[slot - 1] > value) {
    sorted[slot] = sorted[slot - 1];
    slot--;
  }
  sorted[slot] = value;
  return size + 1;
}

function remove(sorted: Float64Array, size: number, value: number): number {
  let slot = 0;
  while (sorted[slot] !== value) slot++;
  for (; slot + 1 < size; slot++) sorted[slot] = sorted[slot + 1];
  return size - 1;
}

function medianOfSorted(sorted: Float64Array, size: number): number {
  const middle = size >> 1;
  return size % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Deviations grow outwards from the centre on either side, so merging the two sides meets them in order. */
function medianDeviation(sorted: Float64Array, size: number, centre: number): number {
  let right = size >> 1;
  let left = right - 1;
  let previous = 0;
  let deviation = 0;
  for (let taken = 0; taken <= size >> 1; taken++) {
    const onLeft = left >= 0 ? centre - sorted[left] : Infinity;
    const onRight = right < size ? sorted[right] - centre : Infinity;
    previous = deviation;
    if (onLeft < onRight) {
      deviation = onLeft;
      left--;
    } else {
      deviation = onRight;
      right++;
    }
  }
  return size % 2 === 1 ? deviation : (previous + deviation) / 2;
}
