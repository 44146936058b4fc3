/** Index of the first of ascending numbers that is not below `value`; their count where all are. */
export function firstFrom(ascending: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the number nearest to `value`; null of none. */
export function nearestIndex(ascending: ArrayLike<number>, value: number): number | null {
  if (ascending.length === 0) return null;
  const after = firstFrom(ascending, value);
  if (after === 0) return 0;
  if (after === ascending.length) return after - 1;
  return ascending[after] - value < value - ascending[after - 1] ? after : after - 1;
}
