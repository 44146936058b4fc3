const EXCERPT_S = 30;
const MOST_EXCERPTS = 6;

/** Samples from `from` up to and without `to`. */
export interface Excerpt {
  readonly from: number;
  readonly to: number;
}

/** Parts of a recording that stand for the whole, so that a day is looked at as fast as minutes: all of it up to three minutes, else six half minutes evenly over it. */
export function excerptsOf({ sampleCount, samplingRateHz }: { readonly sampleCount: number; readonly samplingRateHz: number }): readonly Excerpt[] {
  const length = Math.min(Math.ceil(EXCERPT_S * samplingRateHz), sampleCount);
  const count = Math.min(MOST_EXCERPTS, Math.ceil(sampleCount / length));
  if (count < MOST_EXCERPTS) return Array.from({ length: count }, (_, i) => ({ from: i * length, to: Math.min((i + 1) * length, sampleCount) }));
  return Array.from({ length: count }, (_, i) => {
    const from = Math.round((i * (sampleCount - length)) / (count - 1));
    return { from, to: from + length };
  });
}
