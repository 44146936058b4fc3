import type { DriftReport, FeatureDrift } from "../../ecg/drift/drift-report.ts";

/** A report of one feature, with an index limit of 0.1 and an effect limit of 1; for tests. */
export function driftReport({ isUnlike, ...change }: Partial<FeatureDrift> & Pick<DriftReport, "isUnlike">): DriftReport {
  const feature: FeatureDrift = {
    name: "Heart rate", psi: 0.01, psiLimit: 0.1, psiExpected: 0.005, test: { kind: "kolmogorov-smirnov", statistic: 0.2, pValue: 0.04 }, n: 40, effectSize: 0.1, effectLimit: 1, ...change,
  };
  return { features: [feature], rows: 40, referenceRows: 1000, isUnlike, likeness: isUnlike ? 0.1 : 0.9 };
}
