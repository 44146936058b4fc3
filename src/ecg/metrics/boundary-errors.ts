import { seededRandom } from "../numeric/random.ts";
import { bootstrapInterval, type Interval } from "./intervals.ts";
import { matchPeaks } from "./match-peaks.ts";

/** Within it a mark and a detection are of the same wave, as in the literature on delineation (J. P. Martínez et al. 2004, A. I. Kalyakulina et al. 2020). */
export const BOUNDARY_TOLERANCE_MS = 150;

const RESAMPLES = 500;

/** How the detections of one boundary compare with the marks of one recording. */
export interface BoundaryErrors {
  readonly missed: number;
  readonly extra: number;
  /** detection − mark, of each mark that is met */
  readonly errorsMs: readonly number[];
}

/** The first and the last sample that somebody has looked at: outside them a detection is neither right nor wrong. */
export interface MarkedSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Matches detections of a boundary to marks one to one within 150 ms. Both in samples, ascending. A detection just outside
 * the marked span may meet a mark, but is not counted as extra.
 */
export function boundaryErrors(marks: Uint32Array, detected: Uint32Array, samplingRateHz: number, span: MarkedSpan): BoundaryErrors {
  const toleranceSamples = (BOUNDARY_TOLERANCE_MS / 1000) * samplingRateHz;
  const near = detected.filter((sample) => sample >= span.from - toleranceSamples && sample <= span.to + toleranceSamples);
  const { detectionOf, missed } = matchPeaks(marks, near, toleranceSamples);
  const inside = (detection: number) => near[detection] >= span.from && near[detection] <= span.to;
  const met = new Set(detectionOf);
  const errorsMs: number[] = [];
  detectionOf.forEach((detection, mark) => {
    if (detection >= 0) errorsMs.push(((near[detection] - marks[mark]) / samplingRateHz) * 1000);
  });
  const extra = near.reduce((count, _, detection) => count + (inside(detection) && !met.has(detection) ? 1 : 0), 0);
  return { missed, extra, errorsMs };
}

/** Null where there is nothing to divide by. */
export interface BoundaryFigures {
  readonly sensitivity: number | null;
  readonly positivePredictivity: number | null;
  readonly meanErrorMs: number | null;
  /** of all errors about their common mean, as in the literature */
  readonly sdErrorMs: number | null;
}

export type BoundaryIntervals = Readonly<Record<keyof BoundaryFigures, Interval | null>>;

/** The figures of several recordings, pooled. */
export function boundaryFigures(recordings: readonly BoundaryErrors[]): BoundaryFigures {
  let [met, missed, extra, sum, squares] = [0, 0, 0, 0, 0];
  for (const recording of recordings) {
    met += recording.errorsMs.length;
    missed += recording.missed;
    extra += recording.extra;
    for (const error of recording.errorsMs) {
      sum += error;
      squares += error * error;
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    sensitivity: share(met, met + missed),
    positivePredictivity: share(met, met + extra),
    meanErrorMs: share(sum, met),
    sdErrorMs: met === 0 ? null : Math.sqrt(Math.max(0, squares / met - (sum / met) ** 2)),
  };
}

/** 95 % intervals by resampling recordings, since the beats of one are alike. */
export function boundaryIntervals(recordings: readonly BoundaryErrors[]): BoundaryIntervals {
  const of = (figure: keyof BoundaryFigures) =>
    bootstrapInterval({ units: recordings, measure: (resample) => boundaryFigures(resample)[figure], resamples: RESAMPLES, random: seededRandom(1) });
  return { sensitivity: of("sensitivity"), positivePredictivity: of("positivePredictivity"), meanErrorMs: of("meanErrorMs"), sdErrorMs: of("sdErrorMs") };
}
