/** How far a file's data lie from what a model was trained on. Plain data: saved with the check. */
export interface DriftReport {
  readonly features: readonly FeatureDrift[];
  /** rows compared */
  readonly rows: number;
  /** rows of the training data that the reference was made of */
  readonly referenceRows: number;
  /** whether the file is unlike the training data, by the rule that the reference came with */
  readonly isUnlike: boolean;
  /** 1: like the training data; 0.5: at the limit; 0: as far away as can be. See `likenessAt`. */
  readonly likeness: number;
}

export interface FeatureDrift {
  /** e.g. "Heart rate, bpm" */
  readonly name: string;
  /** population stability index over the reference's bins */
  readonly psi: number;
  /** from this on the feature counts as unlike; calibrated on training data */
  readonly psiLimit: number;
  /** what the index is on average for so many rows that did not drift */
  readonly psiExpected: number;
  /** up to 1,000 rows the two-sample test, beyond it the distance alone */
  readonly test: KolmogorovSmirnov | Wasserstein;
  readonly n: number;
  /** standardized difference of the medians: (file − reference) / reference's robust SD */
  readonly effectSize: number;
  /** from this size on, whatever the sign, the feature counts as unlike; calibrated on training data */
  readonly effectLimit: number;
}

export interface KolmogorovSmirnov {
  readonly kind: "kolmogorov-smirnov";
  /** largest difference of the two distribution functions, 0 to 1 */
  readonly statistic: number;
  readonly pValue: number;
}

export interface Wasserstein {
  readonly kind: "wasserstein";
  /** in the feature's unit */
  readonly distance: number;
  /** the distance in the reference's standard deviations */
  readonly normalized: number;
}

/** A feature's distance against its limits: from 1 on it is unlike the training data. The index grows with the square of a shift, so its root counts. */
export const limitRatio = ({ psi, psiLimit, effectSize, effectLimit }: Pick<FeatureDrift, "psi" | "psiLimit" | "effectSize" | "effectLimit">): number =>
  Math.max(Math.sqrt(psi / psiLimit), Math.abs(effectSize) / effectLimit);

/** The likeness of a file whose farthest feature is at `ratio` times its limit: 1 at no distance, 0.5 at the limit, 0.2 at twice and 0.1 at three times the limit. */
export const likenessAt = (ratio: number): number => 1 / (1 + ratio ** 2);

/** The feature that is farthest from the training data, measured by its limits. */
export const farthestFeature = ({ features }: Pick<DriftReport, "features">): FeatureDrift => features.reduce((a, b) => (limitRatio(b) > limitRatio(a) ? b : a));
