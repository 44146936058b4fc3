import { logMass } from "../numeric/binomial.ts";
import { UNLABELLED } from "../table.ts";

/** Rows that two classifiers judge differently in what counts: one is right and the other wrong. */
export interface Discordance {
  readonly onlyFirstRight: number;
  readonly onlySecondRight: number;
}

export interface McNemarTest extends Discordance {
  /** two-sided: of rows on which one is right and the other wrong, either kind is as likely */
  readonly pValue: number;
  readonly method: "exact binomial" | "chi-square with continuity correction";
  /** null where the test is exact */
  readonly chiSquare: number | null;
}

/** Below so many discordant rows the chi-square distribution is no good approximation. */
const FEWEST_FOR_CHI_SQUARE = 25;

/**
 * Counts the discordant rows. Arrays have a class index a row, `truth` UNLABELLED where nobody knows; such rows are left out.
 */
export function discordance(truth: Uint8Array, first: Uint8Array, second: Uint8Array): Discordance {
  let onlyFirstRight = 0;
  let onlySecondRight = 0;
  for (let row = 0; row < truth.length; row++) {
    if (truth[row] === UNLABELLED || first[row] === second[row]) continue;
    if (first[row] === truth[row]) onlyFirstRight++;
    else if (second[row] === truth[row]) onlySecondRight++;
  }
  return { onlyFirstRight, onlySecondRight };
}

/**
 * McNemar's test of two classifiers on the same rows, which it takes for independent (Q. McNemar, Psychometrika 12, 1947):
 * the exact binomial test for fewer than 25 discordant rows, from there on the chi-square test with Edwards' continuity
 * correction (A. L. Edwards, Psychometrika 13, 1948).
 */
export function mcNemarTest({ onlyFirstRight, onlySecondRight }: Discordance): McNemarTest {
  const rows = onlyFirstRight + onlySecondRight;
  const counts = { onlyFirstRight, onlySecondRight };
  if (rows < FEWEST_FOR_CHI_SQUARE) {
    return { ...counts, pValue: exactPValue(Math.min(onlyFirstRight, onlySecondRight), rows), method: "exact binomial", chiSquare: null };
  }
  const chiSquare = Math.max(0, Math.abs(onlyFirstRight - onlySecondRight) - 1) ** 2 / rows;
  return { ...counts, pValue: complementaryErrorFunction(Math.sqrt(chiSquare / 2)), method: "chi-square with continuity correction", chiSquare };
}

/** Of the fewer kind as few or fewer, either way round. */
function exactPValue(fewer: number, rows: number): number {
  let tail = 0;
  for (let count = 0; count <= fewer; count++) tail += Math.exp(logMass(count, rows, 0.5));
  return Math.min(1, 2 * tail);
}

/** erfc(x) for x ≥ 0: its series below 2, beyond it its continued fraction (Abramowitz and Stegun, 7.1.6 and 7.1.14). */
function complementaryErrorFunction(x: number): number {
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * Number.EPSILON; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - 2 * scale * sum;
  }
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return scale / fraction;
}
