import { ProblemError } from "../problem.ts";
import { quantileOfSorted } from "../numeric/quantile.ts";
import { binCounts, quantileEdges } from "./stability-index.ts";

/** A figure of a row that is compared with the training data's. */
export interface DriftFeature {
  /** with its unit, e.g. "Heart rate, bpm" */
  readonly name: string;
  /** smaller differences do not matter: values are rounded to multiples of it */
  readonly resolution: number;
}

/** One column a feature, all of one length; NaN where a row lacks the feature. */
export type FeatureColumns = readonly Float64Array[];

/** How a feature is distributed in the training data. */
export interface FeatureReference extends DriftFeature {
  /** rows that have the feature */
  readonly n: number;
  /** boundaries of the histogram's bins, open at both ends */
  readonly edges: Float64Array;
  /** rows in each bin: one more than edges */
  readonly counts: Float64Array;
  readonly median: number;
  /** interquartile range / 1.349, which is a normal's standard deviation; at least the resolution */
  readonly spread: number;
  /** standard deviation; at least the resolution */
  readonly deviation: number;
  /** the quantiles at 0.5 %, 1.5 %, … 99.5 %: stand for all rows where samples are compared */
  readonly values: Float64Array;
}

/** From which distances on a file of so many rows is unlike the training data; one number a feature. */
export interface DriftLimits {
  readonly rows: number;
  readonly psi: readonly number[];
  readonly effect: readonly number[];
}

/** All that a file is compared with; made once of a model's training data. */
export interface DriftReference {
  readonly rows: number;
  /** patients, each left out in turn for the limits; null where rows were drawn at random */
  readonly groups: number | null;
  readonly features: readonly FeatureReference[];
  /** in ascending order of rows */
  readonly limits: readonly DriftLimits[];
}

const KEPT_QUANTILES = 100;

/** Describes a feature; NaN is left out. Throws the ProblemError "unfit-training-data" where nothing is left. */
export function describeFeature(feature: DriftFeature, column: Float64Array): FeatureReference {
  const sorted = sortedValues(feature, column);
  if (sorted.length === 0) throw new ProblemError("unfit-training-data", `no row of the training data has the feature “${feature.name}”`, "Train on more rows");
  const edges = quantileEdges(sorted, feature.resolution);
  return {
    ...feature,
    n: sorted.length,
    edges,
    counts: binCounts(sorted, edges),
    median: quantileOfSorted(sorted, 0.5),
    spread: Math.max((quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25)) / 1.349, feature.resolution),
    deviation: Math.max(standardDeviation(sorted), feature.resolution),
    values: Float64Array.from({ length: KEPT_QUANTILES }, (_, i) => quantileOfSorted(sorted, (i + 0.5) / KEPT_QUANTILES)),
  };
}

/** A column's values in ascending order, rounded to the feature's resolution, without NaN. */
export function sortedValues({ resolution }: DriftFeature, column: Float64Array): Float64Array<ArrayBuffer> {
  return column.filter((value) => !Number.isNaN(value)).map((value) => Math.round(value / resolution) * resolution).sort();
}

/** A feature's standardized difference of medians: how far the median of ascending values lies from the reference's, in its robust SD. */
export const effectSize = (sorted: Float64Array, { median, spread }: Pick<FeatureReference, "median" | "spread">): number => (quantileOfSorted(sorted, 0.5) - median) / spread;

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
