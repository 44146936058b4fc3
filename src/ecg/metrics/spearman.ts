import { averageRanks } from "../numeric/rank.ts";

/** Spearman's rank correlation of two columns of one length, ties sharing mean ranks; NaN if either is constant or empty. Both must be free of NaN. */
export function spearman(a: Float64Array | Float32Array, b: Float64Array | Float32Array): number {
  if (a.length !== b.length) throw new RangeError(`Columns of ${a.length} and ${b.length} rows cannot be compared.`);
  const rankA = averageRanks(a);
  const rankB = averageRanks(b);
  const mean = (a.length + 1) / 2;
  let covariance = 0;
  let varianceA = 0;
  let varianceB = 0;
  for (let row = 0; row < a.length; row++) {
    covariance += (rankA[row] - mean) * (rankB[row] - mean);
    varianceA += (rankA[row] - mean) ** 2;
    varianceB += (rankB[row] - mean) ** 2;
  }
  return covariance / Math.sqrt(varianceA * varianceB);
}
