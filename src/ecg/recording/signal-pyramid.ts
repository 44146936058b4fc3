/** Lowest and highest value of each bucket of so many samples; the last bucket holds what is left. */
export interface PyramidLevel {
  readonly bucketSamples: number;
  readonly min: Float32Array<ArrayBuffer>;
  readonly max: Float32Array<ArrayBuffer>;
}

/** An evenly sampled lead made ready for drawing at any zoom. Plain data; the samples are shared, not copied. */
export interface SignalPyramid {
  readonly samples: Float32Array<ArrayBuffer>;
  /** finest first */
  readonly levels: readonly PyramidLevel[];
}

/** Part of a lead and the pixel columns that it is drawn into; the bounds need not be whole samples. */
export interface ColumnQuery {
  readonly fromSample: number;
  /** without this one */
  readonly toSample: number;
  readonly columns: number;
}

/** Lowest and highest sample of each pixel column. */
export interface ColumnExtremes {
  readonly min: Float32Array<ArrayBuffer>;
  readonly max: Float32Array<ArrayBuffer>;
}

const FINEST_BUCKET = 16;
/** Each level's buckets are so many of the level below: with 16 samples in the finest, all levels take a sixth of the signal. */
const FACTOR = 4;

/** The levels of a lead, built in one pass each, down to a level of few buckets. An empty lead has none. */
export function pyramidLevels(samples: Float32Array<ArrayBuffer>): PyramidLevel[] {
  const levels: PyramidLevel[] = [];
  let below = { bucketSamples: 1, min: samples, max: samples };
  for (let factor = FINEST_BUCKET; below.min.length > factor; factor = FACTOR) {
    below = coarser(below, factor);
    levels.push(below);
  }
  return levels;
}

/**
 * The extremes of each pixel column, exact at any zoom: column c of n holds the samples from ⌊from + c (to − from) / n⌋ up
 * to the next column's first; where columns are narrower than a sample, the one it lies in. Every sample of the part is in
 * some column. Inside a column whole buckets are read, samples only at its rims: about 30 values a column and level.
 * Throws a RangeError unless 0 ≤ from < to ≤ the number of samples and there is a column.
 */
export function columnExtremes(pyramid: SignalPyramid, { fromSample, toSample, columns }: ColumnQuery): ColumnExtremes {
  const { length } = pyramid.samples;
  if (!(fromSample >= 0 && fromSample < toSample && toSample <= length)) throw new RangeError(`Samples ${fromSample} to ${toSample} are no part of ${length}.`);
  if (!(Number.isInteger(columns) && columns > 0)) throw new RangeError(`A drawing has a whole number of columns, not ${columns}.`);
  const firstOf = (column: number) => Math.min(Math.floor(fromSample + (column * (toSample - fromSample)) / columns), length - 1);
  const min = new Float32Array(columns);
  const max = new Float32Array(columns);
  for (let column = 0, from = firstOf(0); column < columns; column++) {
    const next = column + 1 < columns ? firstOf(column + 1) : Math.ceil(toSample);
    [min[column], max[column]] = extremes(pyramid, from, Math.max(next, from + 1));
    from = next;
  }
  return { min, max };
}

function coarser(below: PyramidLevel, factor: number): PyramidLevel {
  const buckets = Math.ceil(below.min.length / factor);
  const min = new Float32Array(buckets);
  const max = new Float32Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = bucket * factor;
    const to = Math.min(from + factor, below.min.length);
    let lowest = below.min[from];
    let highest = below.max[from];
    for (let i = from + 1; i < to; i++) {
      if (below.min[i] < lowest) lowest = below.min[i];
      if (below.max[i] > highest) highest = below.max[i];
    }
    min[bucket] = lowest;
    max[bucket] = highest;
  }
  return { bucketSamples: below.bucketSamples * factor, min, max };
}

/** Lowest and highest of the samples from `from` up to and without `to`, from the coarsest buckets that fit in between. */
function extremes({ samples, levels }: SignalPyramid, from: number, to: number): [lowest: number, highest: number] {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let at = from; at < to; ) {
    let min = samples;
    let max = samples;
    let bucketSamples = 1;
    for (const level of levels) {
      if (at % level.bucketSamples !== 0 || at + level.bucketSamples > to) break;
      ({ bucketSamples, min, max } = level);
    }
    const bucket = at / bucketSamples;
    if (min[bucket] < lowest) lowest = min[bucket];
    if (max[bucket] > highest) highest = max[bucket];
    at += bucketSamples;
  }
  return [lowest, highest];
}
