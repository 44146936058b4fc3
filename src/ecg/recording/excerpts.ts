/** Samples from `from` up to and without `to`. */
export interface Excerpt {
  readonly from: number;
  readonly to: number;
}

interface ExcerptOptions {
  readonly sampleCount: number;
  readonly samplingRateHz: number;
  /** length of one */
  readonly excerptS: number;
}

const MOST_EXCERPTS = 6;

/** Parts of a recording that stand for the whole, so that a day is looked at as fast as minutes: six evenly over it, or all of it where they are not shorter. */
export function excerptsOf({ sampleCount, samplingRateHz, excerptS }: ExcerptOptions): readonly Excerpt[] {
  const length = Math.min(Math.ceil(excerptS * samplingRateHz), sampleCount);
  const count = Math.min(MOST_EXCERPTS, Math.ceil(sampleCount / length));
  if (count < MOST_EXCERPTS) return Array.from({ length: count }, (_, i) => ({ from: i * length, to: Math.min((i + 1) * length, sampleCount) }));
  return Array.from({ length: count }, (_, i) => {
    const from = Math.round((i * (sampleCount - length)) / (count - 1));
    return { from, to: from + length };
  });
}
