/**
 * Two-sample Kolmogorov–Smirnov statistic: the largest difference between the distribution functions of two samples, both
 * ascending and without NaN (as SciPy's `ks_2samp`).
 */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  steps(a, b, (shareA, shareB) => {
    largest = Math.max(largest, Math.abs(shareA - shareB));
  });
  return largest;
}

/**
 * How probable a statistic of at least this size is for two samples of n and m independent rows of one distribution:
 * Kolmogorov's limiting distribution at M. A. Stephens' argument (√N + 0.12 + 0.11/√N) D with N = nm/(n + m) (Journal of the
 * Royal Statistical Society B 32, 1970; Numerical Recipes, 3rd ed., 14.3.3). Good from N = 4 on.
 */
export function kolmogorovSmirnovP(statistic: number, n: number, m: number): number {
  const root = Math.sqrt((n * m) / (n + m));
  const z = (root + 0.12 + 0.11 / root) * statistic;
  if (z < 0.2) return 1; // the series converges slowly there, and the probability differs from 1 by less than 1e-12
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * (k * z) ** 2);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-16) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

/**
 * Wasserstein-1 or earth mover's distance of two samples, both ascending and without NaN: the area between their distribution
 * functions, in the samples' unit (as SciPy's `wasserstein_distance`).
 */
export function wassersteinDistance(a: Float64Array, b: Float64Array): number {
  let area = 0;
  steps(a, b, (shareA, shareB, width) => {
    area += Math.abs(shareA - shareB) * width;
  });
  return area;
}

/** Visits every value at which one of the distribution functions rises, with both functions from there on and how far it is to the next. */
function steps(a: Float64Array, b: Float64Array, visit: (shareA: number, shareB: number, width: number) => void): void {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const value = j === b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    const next = Math.min(i < a.length ? a[i] : Infinity, j < b.length ? b[j] : Infinity);
    visit(i / a.length, j / b.length, next === Infinity ? 0 : next - value);
  }
}
