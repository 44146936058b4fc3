import { type DriftReport, type FeatureDrift, likenessAt, limitRatio } from "./drift-report.ts";
import { effectSize, sortedValues, type DriftLimits, type DriftReference, type FeatureColumns, type FeatureReference } from "./reference.ts";
import { binCounts, expectedIndex, stabilityIndex } from "./stability-index.ts";
import { kolmogorovSmirnov, kolmogorovSmirnovP, wassersteinDistance } from "./two-samples.ts";

/** Up to so many rows the two-sample test is made; beyond it finds differences that do not matter, and the distance is given. */
export const TESTED_ROWS = 1000;

/** Fewer rows say too little to be compared. */
export const LEAST_ROWS = 8;

/**
 * How far the rows of `columns` are from the reference; a file is unlike the training data when any of its features reaches a
 * limit. Null where no feature has LEAST_ROWS rows. The columns are in the order of the reference's features.
 */
export function compareWithReference(reference: DriftReference, columns: FeatureColumns): DriftReport | null {
  const features = reference.features.flatMap((feature, index): FeatureDrift[] => {
    const values = sortedValues(feature, columns[index]);
    return values.length < LEAST_ROWS ? [] : [compareFeature(feature, values, limitsAt(reference.limits, index, values.length))];
  });
  if (features.length === 0) return null;
  const ratio = Math.max(...features.map(limitRatio));
  return { features, rows: columns[0].length, referenceRows: reference.rows, isUnlike: ratio >= 1, likeness: likenessAt(ratio) };
}

function compareFeature(feature: FeatureReference, values: Float64Array, { psi: psiLimit, effect: effectLimit }: FeatureLimits): FeatureDrift {
  const n = values.length;
  const { counts, edges } = feature;
  return {
    name: feature.name,
    psi: stabilityIndex(binCounts(values, edges), counts),
    psiLimit,
    psiExpected: expectedIndex(counts.length, n, feature.n),
    test: n <= TESTED_ROWS ? testOf(feature, values) : distanceOf(feature, values),
    n,
    effectSize: effectSize(values, feature),
    effectLimit,
  };
}

function testOf(feature: FeatureReference, values: Float64Array): FeatureDrift["test"] {
  const statistic = kolmogorovSmirnov(values, feature.values);
  return { kind: "kolmogorov-smirnov", statistic, pValue: kolmogorovSmirnovP(statistic, values.length, feature.n) };
}

function distanceOf(feature: FeatureReference, values: Float64Array): FeatureDrift["test"] {
  const distance = wassersteinDistance(values, feature.values);
  return { kind: "wasserstein", distance, normalized: distance / feature.deviation };
}

interface FeatureLimits {
  readonly psi: number;
  readonly effect: number;
}

/** The limits for `rows` rows: interpolated over 1 / rows, as what chance adds falls; those of the nearest table entry beyond its ends. */
function limitsAt(limits: readonly DriftLimits[], feature: number, rows: number): FeatureLimits {
  const above = limits.findIndex((entry) => entry.rows >= rows);
  if (above <= 0) {
    const nearest = limits.at(above) as DriftLimits;
    return { psi: nearest.psi[feature], effect: nearest.effect[feature] };
  }
  const [few, many] = [limits[above - 1], limits[above]];
  const share = (1 / few.rows - 1 / rows) / (1 / few.rows - 1 / many.rows);
  const between = (a: number, b: number) => a + (b - a) * share;
  return { psi: between(few.psi[feature], many.psi[feature]), effect: between(few.effect[feature], many.effect[feature]) };
}
