/** A precision–recall curve: one entry per kept threshold, thresholds descending. */
export interface PrecisionRecallCurve {
  readonly threshold: Float32Array;
  readonly precision: Float32Array;
  readonly recall: Float32Array;
  /** area as the sum of (R_n − R_{n−1}) P_n over all thresholds, before any thinning */
  readonly averagePrecision: number;
}
