/**
 * Quantiles with linear interpolation between order statistics (numpy's default; type 7 of Hyndman and Fan, 1996).
 * NaN is left out, as numpy's `nanquantile` does; without any value the result is NaN.
 * `at` lies in 0..1, else a RangeError.
 */
export function quantile(values: Float64Array | Float32Array, at: number): number {
  return quantiles(values, [at])[0];
}

/** Several quantiles of the same values, sorted once. */
export function quantiles(values: Float64Array | Float32Array, at: readonly number[]): number[] {
  const sorted = values.slice().sort();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--;
  return at.map((share) => quantileOfSorted(sorted.subarray(0, count), share));
}

/** As `quantile`, for values already in ascending order and without NaN. */
export function quantileOfSorted(sorted: Float64Array | Float32Array, at: number): number {
  if (!(at >= 0 && at <= 1)) throw new RangeError(`A quantile lies between 0 and 1, not at ${at}.`);
  if (sorted.length === 0) return NaN;
  const position = at * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  const share = position - below;
  return share === 0 ? sorted[below] : sorted[below] * (1 - share) + sorted[above] * share;
}
