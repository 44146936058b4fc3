import { quantile } from "../numeric/quantile.ts";
import { frameAround } from "./frame.ts";

/** Beats on each side that one is compared with. */
const NEIGHBOURS = 8;
/** QRS complexes that correlate so well are of one shape. */
const ALIKE = 0.9;
/** Compared on each side of the R peak. */
const COMPARED_MS = 70;

/** For each beat the indices, ascending, of those among its neighbours whose QRS complex has the same shape, itself among them. */
export function alikeBeats(samplesMv: Float32Array, samplingRateHz: number, rPeaks: Uint32Array): number[][] {
  const reach = { beforeMs: COMPARED_MS, afterMs: COMPARED_MS };
  const complexes = Array.from(rPeaks, (peak) => centred(frameAround(samplesMv, samplingRateHz, [peak], reach).samplesMv));
  return complexes.map((complex, beat) => neighbours(beat, rPeaks.length).filter((other) => other === beat || correlation(complex, complexes[other]) >= ALIKE));
}

/** Indices of the beats around one, itself among them. */
export function neighbours(beat: number, beatCount: number): number[] {
  const first = Math.max(0, beat - NEIGHBOURS);
  return Array.from({ length: Math.min(beatCount - 1, beat + NEIGHBOURS) - first + 1 }, (_, i) => first + i);
}

/** Each beat's value moved towards the median of the beats alike, all the way at weight 1; NaN stays and is left out. */
export function agreed(values: Float64Array, alike: readonly (readonly number[])[], weight: number): Float64Array<ArrayBuffer> {
  return Float64Array.from(values, (value, beat) => (Number.isNaN(value) ? NaN : value + weight * (medianAlike(values, alike[beat]) - value)));
}

export function medianAlike(values: Float64Array, alike: readonly number[]): number {
  return quantile(Float64Array.from(alike, (other) => values[other]), 0.5);
}

/** Of two centred stretches of the same length; 0 where one is flat. */
export function correlation(a: Float64Array, b: Float64Array): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function centred(samples: Float64Array): Float64Array {
  let mean = 0;
  for (const sample of samples) mean += sample / samples.length;
  return samples.map((sample) => sample - mean);
}
