import { matchPeaks } from "./match-peaks.ts";

/** How detected R peaks compare with the annotated ones of a recording, or of several taken together. */
export interface PeakCounts {
  /** within 150 ms, EC57's window, and within 50 ms */
  readonly tolerance150: MatchCounts;
  readonly tolerance50: MatchCounts;
  /** sum of the absolute errors of the beats matched within 150 ms */
  readonly absoluteErrorMs: number;
}

export interface MatchCounts {
  readonly matched: number;
  readonly missed: number;
  readonly extra: number;
}

/** Shares in 0..1; null where there is nothing to count. */
export interface PeakFigures {
  readonly tolerance150: MatchFigures;
  readonly tolerance50: MatchFigures;
  /** over the beats matched within 150 ms */
  readonly meanAbsoluteErrorMs: number | null;
}

export interface MatchFigures {
  readonly sensitivity: number | null;
  readonly positivePredictivity: number | null;
}

/** Both in samples, ascending. */
export function countPeaks(reference: Uint32Array, detected: Uint32Array, samplingRateHz: number): PeakCounts {
  const within = (toleranceMs: number) => matchPeaks(reference, detected, Math.round((toleranceMs / 1000) * samplingRateHz));
  const near = within(150);
  const { detectionOf } = near;
  const absoluteErrorSamples = reference.reduce((sum, beat, i) => sum + (detectionOf[i] < 0 ? 0 : Math.abs(detected[detectionOf[i]] - beat)), 0);
  return { tolerance150: matchCounts(near), tolerance50: matchCounts(within(50)), absoluteErrorMs: (1000 * absoluteErrorSamples) / samplingRateHz };
}

function matchCounts({ matched, missed, extra }: MatchCounts): MatchCounts {
  return { matched, missed, extra };
}

/** The counts of recordings taken together: gross figures, as EC57 calls them. */
export function poolPeaks(counts: readonly PeakCounts[]): PeakCounts {
  const pool = (of: (counts: PeakCounts) => MatchCounts): MatchCounts => ({
    matched: sum(counts.map((each) => of(each).matched)),
    missed: sum(counts.map((each) => of(each).missed)),
    extra: sum(counts.map((each) => of(each).extra)),
  });
  return {
    tolerance150: pool(({ tolerance150 }) => tolerance150),
    tolerance50: pool(({ tolerance50 }) => tolerance50),
    absoluteErrorMs: sum(counts.map(({ absoluteErrorMs }) => absoluteErrorMs)),
  };
}

export function peakFigures({ tolerance150, tolerance50, absoluteErrorMs }: PeakCounts): PeakFigures {
  return {
    tolerance150: matchFigures(tolerance150),
    tolerance50: matchFigures(tolerance50),
    meanAbsoluteErrorMs: ratio(absoluteErrorMs, tolerance150.matched),
  };
}

function matchFigures({ matched, missed, extra }: MatchCounts): MatchFigures {
  return { sensitivity: ratio(matched, matched + missed), positivePredictivity: ratio(matched, matched + extra) };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
