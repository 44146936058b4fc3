import { seededRandom } from "../../ecg/numeric/random.ts";
import type { BinnedFeatures } from "./histogram.ts";
import type { LabelledRows } from "./scored-rows.ts";

/** Features of random bins; for tests. */
export function randomBins(seed: number, { rows, features, bins }: { readonly rows: number; readonly features: number; readonly bins: number }): BinnedFeatures {
  const random = seededRandom(seed);
  return { columns: Array.from({ length: features }, () => Uint8Array.from({ length: rows }, () => random.integer(bins))), bins };
}

/** Rows of three classes that two of four features tell apart, but for one row in ten; for tests. */
export function threeClasses(seed: number, rows: number): LabelledRows {
  const random = seededRandom(seed + 1);
  const features = randomBins(seed, { rows, features: 4, bins: 16 });
  const label = Uint8Array.from({ length: rows }, (_, row) => {
    if (random.uniform() < 0.1) return random.integer(3);
    if (features.columns[1][row] < 5) return 0;
    return features.columns[3][row] < 8 ? 1 : 2;
  });
  return { features, label, weight: new Float64Array(rows).fill(1) };
}

/** Numbers with a spread like that of gradients; for tests. */
export function randomNumbers(seed: number, count: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => random.normal());
}
