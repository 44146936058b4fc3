/** A P or T wave as its slope shows it: two lobes of opposite sign, first up then down where it is positive, and the peak between them. */
export interface Wave {
  /** indices of the steepest points of the two lobes, in order of time */
  readonly first: number;
  readonly second: number;
  /** where the slope changes its sign after the first */
  readonly peak: number;
  readonly polarity: 1 | -1;
  /** geometric mean of the two lobes' slopes, mV/s: a step in the signal, which has but one of them, is no wave */
  readonly steepness: number;
}

export interface WaveSearch {
  readonly from: number;
  readonly to: number;
  /** from lobe to lobe, samples */
  readonly longest: number;
  /** where a wave's peak is expected, and the standard deviation around it */
  readonly expected: number;
  readonly spread: number;
  /** how much less likely a negative wave is */
  readonly inverted: number;
}

/**
 * The likeliest wave, by its steepness and its place; null where there is none. Waves are pairs of modulus maxima of
 * opposite sign of the wavelet transform, as in Martínez et al. 2004.
 */
export function likeliestWave(slope: Float64Array, { from, to, longest, expected, spread, inverted }: WaveSearch): Wave | null {
  const lobes = extremes(slope, from, to);
  let likeliest: Wave | null = null;
  let highest = 0;
  for (let a = 0; a < lobes.length; a++) {
    for (let b = a + 1; b < lobes.length && lobes[b] - lobes[a] <= longest; b++) {
      const [first, second] = [lobes[a], lobes[b]];
      if (slope[first] > 0 === slope[second] > 0) continue;
      const wave: Wave = {
        first,
        second,
        peak: signChange(slope, first),
        polarity: slope[first] > 0 ? 1 : -1,
        steepness: Math.sqrt(-slope[first] * slope[second]),
      };
      const likelihood = wave.steepness * Math.exp(-(((wave.peak - expected) / spread) ** 2) / 2) * (wave.polarity < 0 ? inverted : 1);
      if (likelihood > highest) [likeliest, highest] = [wave, likelihood];
    }
  }
  return likeliest;
}

/** The sign of the slope in a wave's first (step −1) or second lobe. */
export function lobeSign({ polarity }: Wave, step: -1 | 1): -1 | 1 {
  return step === -1 ? polarity : polarity === 1 ? -1 : 1;
}

/** Indices of the local maxima of a positive and the local minima of a negative slope. */
function extremes(slope: Float64Array, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = Math.max(1, Math.ceil(from)); i <= Math.min(to, slope.length - 2); i++) {
    const sign = Math.sign(slope[i]);
    if (sign !== 0 && sign * slope[i] > sign * slope[i - 1] && sign * slope[i] >= sign * slope[i + 1]) found.push(i);
  }
  return found;
}

function signChange(slope: Float64Array, from: number): number {
  const sign = Math.sign(slope[from]);
  let i = from;
  while (sign * slope[i] > 0) i++;
  return i;
}
