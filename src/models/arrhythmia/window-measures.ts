import { CENTRE, WINDOW_SAMPLES } from "./aligned-beats.ts";

/** Samples of a window from `from` up to and without `to`. */
export interface WindowPart {
  readonly from: number;
  readonly to: number;
}

/** Where the waves of a beat lie, in samples of 8 ms about its centre. */
export const PARTS = {
  P: { from: CENTRE - 30, to: CENTRE - 8 },
  PR: { from: CENTRE - 14, to: CENTRE - 5 },
  QRS: { from: CENTRE - 12, to: CENTRE + 19 },
  ST: { from: CENTRE + 12, to: CENTRE + 26 },
  T: { from: CENTRE + 20, to: CENTRE + 54 },
  whole: { from: 0, to: WINDOW_SAMPLES },
} as const satisfies Record<string, WindowPart>;

/** A product of amplitudes in mV² that counts as nothing. */
const NOTHING = 1e-9;

/** Root mean square of the difference. */
export function distance(a: Float32Array, b: Float32Array, { from, to }: WindowPart): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum / (to - from));
}

/** Pearson's, `a` read `lag` samples later; 0 where either is flat. */
export function correlation(a: Float32Array, b: Float32Array, part: WindowPart, lag = 0): number {
  const { ab, aa, bb } = products(a, b, part, lag);
  return ab / (Math.sqrt(aa * bb) + NOTHING);
}

/** How much of `b` is in `a`: 1 where it is there in full, 0 where it is not. */
export function projection(a: Float32Array, b: Float32Array, part: WindowPart, lag = 0): number {
  const { ab, bb } = products(a, b, part, lag);
  return ab / (bb + 1000 * NOTHING);
}

/** Sum of squares about the mean. */
export function energy(window: Float32Array, part: WindowPart): number {
  return products(window, window, part, 0).aa;
}

/** Scalar products of both without their means. */
function products(a: Float32Array, b: Float32Array, { from, to }: WindowPart, lag: number): { ab: number; aa: number; bb: number } {
  let [aSum, bSum, ab, aa, bb] = [0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const x = a[i + lag];
    const y = b[i];
    aSum += x;
    bSum += y;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  const count = to - from;
  return { ab: ab - (aSum * bSum) / count, aa: Math.max(0, aa - aSum ** 2 / count), bb: Math.max(0, bb - bSum ** 2 / count) };
}

export function highest(window: Float32Array, { from, to }: WindowPart): number {
  let most = -Infinity;
  for (let i = from; i < to; i++) most = Math.max(most, window[i]);
  return most;
}

export function lowest(window: Float32Array, { from, to }: WindowPart): number {
  let least = Infinity;
  for (let i = from; i < to; i++) least = Math.min(least, window[i]);
  return least;
}

export function range(window: Float32Array, part: WindowPart): number {
  return highest(window, part) - lowest(window, part);
}

/** The largest step from one sample of the QRS complex to the next. */
export function steepestStep(window: Float32Array): number {
  let most = 0;
  for (let i = PARTS.QRS.from + 1; i < PARTS.QRS.to; i++) most = Math.max(most, Math.abs(window[i] - window[i - 1]));
  return most;
}

/** Area of the QRS complex over its height, in samples: large for a wide one, whichever way it points. */
export function qrsWidth(window: Float32Array): number {
  let area = 0;
  let height = 0;
  for (let i = PARTS.QRS.from - 4; i < PARTS.QRS.to; i++) {
    area += Math.abs(window[i]);
    height = Math.max(height, Math.abs(window[i]));
  }
  return height === 0 ? 0 : area / height;
}
