import { quantiles } from "../numeric/quantile.ts";

/** Bins of the reference, unless many values are equal. */
const BINS = 10;

/** Half a row is added to every bin, so that an empty one does not make the index infinite (Jeffreys' prior). */
const PRIOR = 0.5;

/**
 * Boundaries of bins with about as many of `values` in each, open at both ends. Values are multiples of `resolution`; a value
 * that takes up whole bins gets one of its own, so that a feature which is constant in the reference is told from any other value.
 */
export function quantileEdges(values: Float64Array, resolution: number): Float64Array<ArrayBuffer> {
  const deciles = quantiles(values, Array.from({ length: BINS + 1 }, (_, i) => i / BINS));
  const edges = deciles.slice(1, -1).map((value) => value + resolution / 2);
  const repeated = deciles.filter((value, i) => i > 0 && value === deciles[i - 1]).flatMap((value) => [value - resolution / 2, value + resolution / 2]);
  return Float64Array.from(new Set([...edges, ...repeated])).sort();
}

/** How many of `values` lie in each bin: below the first edge, between the edges, from the last one on. NaN is left out. */
export function binCounts(values: Float64Array, edges: Float64Array): Float64Array<ArrayBuffer> {
  const counts = new Float64Array(edges.length + 1);
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    let bin = 0;
    while (bin < edges.length && value >= edges[bin]) bin++;
    counts[bin]++;
  }
  return counts;
}

/**
 * Population stability index of two histograms over the same bins: the sum of (p − q) ln(p / q), the symmetric Kullback–Leibler
 * divergence (N. Siddiqi, Credit Risk Scorecards, Wiley 2006). 0 for equal shares; each bin's count is raised by a half.
 */
export function stabilityIndex(counts: Float64Array, reference: Float64Array): number {
  const total = sum(counts) + PRIOR * counts.length;
  const referenceTotal = sum(reference) + PRIOR * reference.length;
  let index = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const share = (counts[bin] + PRIOR) / total;
    const expected = (reference[bin] + PRIOR) / referenceTotal;
    index += (share - expected) * Math.log(share / expected);
  }
  return index;
}

/**
 * The index's mean where n rows and m reference rows were drawn independently from one distribution: (B − 1)(1/n + 1/m) for B
 * bins; divided by (1/n + 1/m) it is then about χ² with B − 1 degrees of freedom (B. Yurdakul and J. Naranjo, Statistical
 * properties of the population stability index, Journal of Risk Model Validation 14(4), 2020).
 */
export const expectedIndex = (bins: number, n: number, m: number): number => (bins - 1) * (1 / n + 1 / m);

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
