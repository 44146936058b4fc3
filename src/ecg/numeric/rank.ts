import { sortOrder } from "./sort-order.ts";

/** Ranks from 1 to n in ascending order; equal values share the mean of their ranks. The values must be free of NaN. */
export function averageRanks(values: Float64Array | Float32Array): Float64Array<ArrayBuffer> {
  const order = sortOrder(values);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    const shared = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) ranks[order[i]] = shared;
  }
  return ranks;
}
