/**
 * What the next value stays below with probability `share`, by values of a normal distribution: mean + t s √(1 + 1/m), t being
 * Student's quantile with m − 1 degrees of freedom (G. J. Hahn and W. Q. Meeker, Statistical Intervals, Wiley 1991, 3.1.3).
 * `independent` is m where values come in clusters, such as several of one patient; the mean and s are over all values.
 */
export function predictionBound(values: readonly number[], { independent, share }: { readonly independent: number; readonly share: number }): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return mean + studentQuantile(share, independent - 1) * deviation * Math.sqrt(1 + 1 / independent);
}

/** Student's quantile for a share from 0.5 to below 1 and whole degrees of freedom, by bisection. */
export function studentQuantile(share: number, freedom: number): number {
  let below = 0;
  let above = Math.PI / 2;
  for (let halving = 0; halving < 60; halving++) {
    const angle = (below + above) / 2;
    if (0.5 + shareWithin(angle, freedom) / 2 < share) below = angle;
    else above = angle;
  }
  return Math.sqrt(freedom) * Math.tan(below);
}

/** The share of Student's distribution between −t and t, t = √freedom tan(angle): Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4. */
function shareWithin(angle: number, freedom: number): number {
  const cosine = Math.cos(angle);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom - 1; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
