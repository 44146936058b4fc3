/** A view of one patient's signal: a stretch of time, as wide as `columns` pixel columns, with one threshold. */
export interface PlotView {
  readonly fromS: number;
  readonly toS: number;
  readonly columns: number;
  /** `score >= threshold` is predicted; null before a check */
  readonly threshold: number | null;
}

/** At most this many points are drawn in one chart (Recharts lags from about 5,000). */
export const MAX_DRAWN_POINTS = 2000;

/** What a mark stands for; `agreed` is true and predicted. */
export type MarkKind = "true" | "predicted" | "agreed";

export interface Mark {
  readonly kind: MarkKind;
  /** row index within the patient of the row drawn */
  readonly row: number;
  readonly timeS: number;
  readonly rateBpm: number;
  readonly score: number | null;
  /** how many rows of the same kind in the same pixel column this mark stands for, itself included */
  readonly count: number;
}

/** The points to draw: each pixel column's extremes, and every true or predicted anomaly (grouped by pixel column only where they would pass the limit). */
export interface PlotPoints {
  /** row index, seconds, bpm of the signal's points, in time order */
  readonly row: Uint32Array;
  readonly timeS: Float64Array;
  readonly rateBpm: Float64Array;
  readonly marks: readonly Mark[];
  /** rows in the view: the N of "1 of N points drawn" */
  readonly rowsInView: number;
  readonly drawn: number;
}
