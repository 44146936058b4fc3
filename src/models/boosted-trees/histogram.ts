/** Features in bins. */
export interface BinnedFeatures {
  /** by feature, the bin of each row */
  readonly columns: readonly Uint8Array[];
  /** of each feature at most: 255, so that a bin is one byte */
  readonly bins: number;
}

/**
 * Sums of gradient and hessian by feature and bin, of the features a tree may split on: entry
 * 2 · (feature · bins + bin) is the gradient's, the next the hessian's.
 */
export type Histogram = Float64Array;

/** `pairs`: gradient and hessian of each of `rows`, in their order. Overwrites `histogram`. */
export function fillHistogram(histogram: Histogram, { columns, bins }: BinnedFeatures, rows: Uint32Array, pairs: Float64Array): void {
  histogram.fill(0);
  for (let feature = 0; feature < columns.length; feature++) addColumn(histogram, 2 * feature * bins, columns[feature], rows, pairs);
}

function addColumn(histogram: Histogram, start: number, column: Uint8Array, rows: Uint32Array, pairs: Float64Array): void {
  for (let i = 0; i < rows.length; i++) {
    const at = start + 2 * column[rows[i]];
    histogram[at] += pairs[2 * i];
    histogram[at + 1] += pairs[2 * i + 1];
  }
}

/** Leaves in `parent` what the sibling of `child` holds: a parent's histogram is the sum of its children's (Ke et al. 2017). */
export function subtractHistogram(parent: Histogram, child: Histogram): void {
  for (let i = 0; i < parent.length; i++) parent[i] -= child[i];
}
