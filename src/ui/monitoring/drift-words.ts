import { farthestFeature, limitRatio, type DriftReport, type FeatureDrift } from "../../ecg/drift/drift-report.ts";
import { formatCounted, formatFixed, formatPercent } from "../shared/format.ts";

/** Whether a file is like the training data, in a few words. */
export function driftVerdict({ isUnlike, likeness }: Pick<DriftReport, "isUnlike" | "likeness">): string {
  return `${isUnlike ? "Unlike" : "Like"} the training data: likeness ${formatPercent(likeness, 0)}`;
}

/** What that means and what made it so. */
export function driftSentence(drift: DriftReport): string {
  const farthest = farthestFeature(drift);
  if (!drift.isUnlike) return `${formatCounted(drift.features.length, "feature")} of ${formatCounted(drift.rows, "row")} compared, none at its limit.`;
  const unlike = drift.features.filter((feature) => limitRatio(feature) >= 1);
  return (
    `${formatCounted(unlike.length, "feature lies", "features lie")} beyond what training data differ among themselves, farthest “${farthest.name}” at ${formatFixed(limitRatio(farthest), 1)} times its limit. ` +
    "Predictions may be wrong: check the file’s unit, sampling rate, gain and polarity, and whether such patients were learnt from."
  );
}

/** How a feature differs, in words. */
export function featureWords(feature: FeatureDrift): string {
  if (limitRatio(feature) < 1) return "like the training data";
  const { effectSize, effectLimit } = feature;
  if (Math.abs(effectSize) >= effectLimit) return `unlike: median ${formatFixed(Math.abs(effectSize), 1)} SD ${effectSize < 0 ? "lower" : "higher"}`;
  return "unlike: differently distributed";
}

/** The test's or distance's figure. */
export function testWords({ test }: Pick<FeatureDrift, "test">): string {
  if (test.kind === "wasserstein") return `W₁ ${formatFixed(test.distance, 3)} (${formatFixed(test.normalized, 2)} SD)`;
  return `KS ${formatFixed(test.statistic, 3)}, p ${test.pValue < 0.001 ? "< 0.001" : formatFixed(test.pValue, 3)}`;
}
