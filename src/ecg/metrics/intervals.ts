import { quantiles } from "../numeric/quantile.ts";
import type { Random } from "../numeric/random.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Standard normal quantile at 0.975. */
export const Z_95 = 1.959963984540054;

/** Wilson's 95 % score interval for a proportion (E. B. Wilson, JASA 22, 1927); null when there is nothing to count. */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = Z_95 ** 2 / trials;
  const centre = (share + z2 / 2) / (1 + z2);
  const half = (Z_95 / (1 + z2)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials));
  return { low: successes === 0 ? 0 : centre - half, high: successes === trials ? 1 : centre + half };
}

export interface BootstrapOptions<T> {
  /** what is drawn with replacement: patients where rows of one patient belong together, else rows */
  readonly units: readonly T[];
  /** the figure of one resample; null where it is undefined there */
  readonly measure: (resample: readonly T[]) => number | null;
  readonly resamples?: number;
  readonly random: Random;
}

/**
 * Percentile bootstrap, 95 % (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, ch. 13). Resamples without
 * a defined figure are left out; null if none has one.
 */
export function bootstrapInterval<T>({ units, measure, resamples = 1000, random }: BootstrapOptions<T>): Interval | null {
  return percentileInterval(Array.from({ length: resamples }, () => measure(units.map(() => units[random.integer(units.length)]))));
}

/** The middle 95 % of the figures of many resamples; null where none is defined. */
export function percentileInterval(figures: readonly (number | null)[]): Interval | null {
  const defined = Float64Array.from(figures.filter((figure) => figure !== null));
  if (defined.length === 0) return null;
  const [low, high] = quantiles(defined, [0.025, 0.975]);
  return { low, high };
}
