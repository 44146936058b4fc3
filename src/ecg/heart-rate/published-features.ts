import type { FeatureMatrix } from "./feature-matrix.ts";
import type { PatientSeries } from "./table.ts";

/** The lag of `hr_diff_4`, in rows. */
const LONG_LAG = 4;

export interface PublishedFeatures {
  /** |x[i] − x[i−1]| in bpm, NaN in the first row */
  readonly hrDiff: Float64Array<ArrayBuffer>;
  /** |x[i] − x[i−4]| in bpm, NaN in the first four rows */
  readonly hrDiff4: Float64Array<ArrayBuffer>;
  /** 1 where hrDiff4 exceeds its mean plus one sample standard deviation over the rows that have it, else 0 */
  readonly peakLabel: Uint8Array<ArrayBuffer>;
}

/** The features of the published app, of one patient's rates in time order and without gaps. */
export function publishedFeatures(rateBpm: Float64Array): PublishedFeatures {
  const hrDiff = absoluteDifference(rateBpm, 1);
  const hrDiff4 = absoluteDifference(rateBpm, LONG_LAG);
  const limit = meanPlusDeviation(hrDiff4.subarray(LONG_LAG));
  const peakLabel = new Uint8Array(rateBpm.length);
  for (let row = 0; row < rateBpm.length; row++) peakLabel[row] = hrDiff4[row] > limit ? 1 : 0;
  return { hrDiff, hrDiff4, peakLabel };
}

/**
 * The three inputs of the published detectors: heart_rate and hr_diff scaled by one shared minimum and maximum, and
 * peak_label. Both extremes run over the rates and differences of the rows that have a difference, since the others
 * are not scored. Series that come scaled (`given`) are used as they are. The first row, without an hr_diff, is NaN.
 */
export function publishedInputs({ rateBpm, given }: Pick<PatientSeries, "rateBpm" | "given">): FeatureMatrix {
  const names = ["heart_rate", "hr_diff", "peak_label"];
  if (given) {
    return { names, columns: [new Float32Array(rateBpm), new Float32Array(given.hrDiff), new Float32Array(given.peakLabel)] };
  }
  const { hrDiff, peakLabel } = publishedFeatures(rateBpm);
  const { minimum, range } = sharedRange(rateBpm.subarray(1), hrDiff.subarray(1));
  const rate = new Float32Array(rateBpm.length);
  const difference = new Float32Array(rateBpm.length);
  for (let row = 0; row < rateBpm.length; row++) {
    rate[row] = (rateBpm[row] - minimum) / range;
    difference[row] = (hrDiff[row] - minimum) / range;
  }
  return { names, columns: [rate, difference, new Float32Array(peakLabel)] };
}

function absoluteDifference(values: Float64Array, lag: number): Float64Array<ArrayBuffer> {
  const difference = new Float64Array(values.length).fill(NaN, 0, lag);
  for (let row = lag; row < values.length; row++) difference[row] = Math.abs(values[row] - values[row - lag]);
  return difference;
}

/** NaN for fewer than two values, so that nothing exceeds it. */
function meanPlusDeviation(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return mean + Math.sqrt(squares / (values.length - 1));
}

/** A range of 0 (all values equal) becomes 1, which scales them to 0. */
function sharedRange(...columns: readonly Float64Array[]): { minimum: number; range: number } {
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const column of columns) {
    for (const value of column) {
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
  }
  return { minimum, range: maximum > minimum ? maximum - minimum : 1 };
}
