import type { Random } from "../../../src/ecg/numeric/random.ts";

/** One of them, each equally likely. */
export const pick = <T>(random: Random, from: readonly T[]): T => from[random.integer(from.length)];

/** One of them by their weights. */
export function pickWeighted<T>(random: Random, from: readonly (readonly [weight: number, item: T])[]): T {
  let left = random.uniform() * from.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, item] of from) if ((left -= weight) < 0) return item;
  return from[from.length - 1][1];
}
