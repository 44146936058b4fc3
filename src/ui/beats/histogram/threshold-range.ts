/** The thresholds that hand and keys can reach. */
export interface ThresholdRange {
  readonly upper: number;
  /** a power of ten, about a thousandth of the range */
  readonly step: number;
  /** decimals that are shown: two, as wherever an error is, or more where a step needs them */
  readonly digits: number;
}

/** From 0 to `upper` (greater than 0). */
export function thresholdRange(upper: number): ThresholdRange {
  const exponent = Math.floor(Math.log10(upper)) - 3;
  return { upper, step: 10 ** exponent, digits: Math.max(2, -exponent) };
}

/** The nearest threshold on a step within the range. */
export function toStep(threshold: number, { upper, step, digits }: ThresholdRange): number {
  const stepped = Number((Math.round(Math.max(threshold, 0) / step) * step).toFixed(digits));
  return Math.min(stepped, upper);
}

/** Where a key of the slider moves the threshold; null for a key that is not the slider's. */
export function thresholdAfterKey(key: string, threshold: number, range: ThresholdRange): number | null {
  const { upper, step } = range;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp": return toStep(threshold + step, range);
    case "ArrowLeft":
    case "ArrowDown": return toStep(threshold - step, range);
    case "PageUp": return toStep(threshold + 10 * step, range);
    case "PageDown": return toStep(threshold - 10 * step, range);
    case "Home": return 0;
    case "End": return upper;
    default: return null;
  }
}
