/** A seeded source of random numbers: the same seed gives the same numbers on every device. */
export interface Random {
  /** uniform in [0, 1), in steps of 2^-32 */
  uniform(): number;
  /** standard normal */
  normal(): number;
  /** uniform over 0 … below − 1; `below` up to 2^32, biased by at most below / 2^32 */
  integer(below: number): number;
  /** where the source stands: `resumeRandom` goes on from there */
  state(): RandomState;
}

/** The generator's 128 bits, and the normal variate that is drawn already. Plain data. */
export interface RandomState {
  readonly words: readonly [number, number, number, number];
  readonly spareNormal: number | null;
}

/**
 * sfc32, "small fast counting" generator of 128 bits of state, period at least 2^32: C. Doty-Humphrey, PractRand 0.95
 * (pracrand.sourceforge.net), seeded as there with a counter of 1 and 12 rounds thrown away. Normal variates by
 * Marsaglia's polar method (SIAM Review 6, 1964). `seed` is an integer; it is used modulo 2^32.
 */
export function seededRandom(seed: number): Random {
  const random = resumeRandom({ words: [0, seed >>> 0, 0, 1], spareNormal: null });
  for (let round = 0; round < 12; round++) random.uniform();
  return random;
}

/** The source as it was when its state was taken. */
export function resumeRandom(state: RandomState): Random {
  let [a, b, c, counter] = state.words;
  let { spareNormal } = state;

  const next = () => {
    const output = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + output) >>> 0;
    return output;
  };

  const uniform = () => next() / 2 ** 32;
  return {
    uniform,
    integer: (below) => Math.floor(uniform() * below),
    state: () => ({ words: [a, b, c, counter], spareNormal }),
    normal() {
      if (spareNormal !== null) {
        const value = spareNormal;
        spareNormal = null;
        return value;
      }
      for (;;) {
        const x = 2 * uniform() - 1;
        const y = 2 * uniform() - 1;
        const radius2 = x * x + y * y;
        if (radius2 === 0 || radius2 >= 1) continue;
        const scale = Math.sqrt((-2 * Math.log(radius2)) / radius2);
        spareNormal = y * scale;
        return x * scale;
      }
    },
  };
}

/** The numbers 0 … length − 1 in random order (Fisher and Yates). */
export function permutation(random: Random, length: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(length).map((_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const moved = order[i];
    order[i] = order[j];
    order[j] = moved;
  }
  return order;
}

/**
 * `size` different numbers of 0 … length − 1, every ordered choice equally likely: the first steps of a
 * Fisher–Yates shuffle that remembers only what it moved, so the cost does not grow with `length`.
 * Throws a RangeError if `size` is more than `length`.
 */
export function sampleWithoutReplacement(random: Random, length: number, size: number): Uint32Array<ArrayBuffer> {
  if (size > length) throw new RangeError(`Cannot draw ${size} of ${length} without replacement.`);
  const moved = new Map<number, number>();
  const sample = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    const j = i + random.integer(length - i);
    sample[i] = moved.get(j) ?? j;
    moved.set(j, moved.get(i) ?? i);
  }
  return sample;
}
