const WITH_COMMA = /^[+-]?\d*,\d+$/;
const WHOLE = /^[+-]?\d+$/;
/** Below, chance decides what follows the commas. */
const FEW_LINES = 8;
/** Two leads go on smoothly from row to row, the decimals of a number jump: correlation of neighbours. */
const SMOOTH = 0.5;

/**
 * Whether lines of numbers with one comma each hold one sample with a decimal comma ("-265,868") and not two columns of
 * whole numbers. `header` is the line above; `isListed`: notes above say that there is one sample a line.
 */
export function isDecimalComma(lines: readonly string[], { isListed, header }: { readonly isListed: boolean; readonly header: string }): boolean {
  if (lines.length === 0 || !lines.every((line) => WITH_COMMA.test(line) || WHOLE.test(line))) return false;
  const pairs = lines.filter((line) => WITH_COMMA.test(line)).map((line) => line.split(","));
  if (pairs.length === 0) return false;
  if (isListed) return true;
  if (header.trim() !== "") return !header.includes(",");
  if (pairs.length < lines.length || pairs.some(([, decimals]) => /^0\d/.test(decimals))) return true;
  const whole = pairs.map(([before]) => Number(before));
  if (whole.length > 2 && whole.every((value, i) => i === 0 || value === whole[i - 1] + 1)) return false;
  return pairs.length < FEW_LINES || neighbourCorrelation(pairs.map(([, decimals]) => Number(`0.${decimals}`))) < SMOOTH;
}

/** Lag-one autocorrelation; 1 where nothing changes. */
function neighbourCorrelation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let variance = 0;
  let covariance = 0;
  values.forEach((value, i) => {
    variance += (value - mean) ** 2;
    if (i > 0) covariance += (value - mean) * (values[i - 1] - mean);
  });
  return variance === 0 ? 1 : covariance / variance;
}
