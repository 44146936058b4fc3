import type { PatientSeries } from "../../ecg/heart-rate/table.ts";
import { addConfusion, confusionAt, f1, NO_COUNTS, precision, recall, type Confusion } from "../../ecg/metrics/confusion.ts";
import { bootstrapInterval, wilsonInterval, type Interval } from "../../ecg/metrics/intervals.ts";
import { precisionRecallCurve } from "../../ecg/metrics/precision-recall.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import type { DetectorId, DetectorRun } from "../detector.ts";

/** Figures at a threshold over labelled, scored rows; null where undefined (nothing predicted, nothing true). */
export interface Figures {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly averagePrecision: number | null;
}

export interface PatientFigures extends Figures {
  readonly patientId: string;
  /** of this patient in the file, scored or not */
  readonly rows: number;
  /** anomalous rows among those labelled and scored */
  readonly true: number;
  /** predicted rows among those labelled and scored */
  readonly predicted: number;
  /** 95 %, Wilson */
  readonly intervals: { readonly precision: Interval | null; readonly recall: Interval | null };
}

export interface DetectorFigures extends Figures {
  readonly id: DetectorId;
  readonly threshold: number;
  /**
   * 95 %: Wilson's for precision and recall, which takes rows for independent; a bootstrap over patients for F1 and
   * average precision, null for a single patient
   */
  readonly intervals: { readonly [figure in keyof Figures]: Interval | null };
  readonly perPatient: readonly PatientFigures[];
}

type LabelledPatient = Pick<PatientSeries, "patientId" | "label">;

/** One patient's rows with what a detector made of them. */
interface Scored {
  readonly label: Uint8Array;
  readonly score: Float32Array;
  readonly counts: Confusion;
}

const BOOTSTRAP_SEED = 1;
/** Rows that all resamples together may go through: keeps a table of a million rows to some seconds. */
const BOOTSTRAP_ROWS = 2e7;

/** Measures a run against the labels of the patients it was made on, at the threshold it came with. */
export function measureDetector(id: DetectorId, patients: readonly LabelledPatient[], run: DetectorRun): DetectorFigures {
  const scored = scoredPatients(patients, run);
  return {
    id,
    threshold: run.threshold,
    ...figuresOf(scored),
    intervals: {
      ...shareIntervals(pool(scored)),
      f1: resamplePatients(scored, (resample) => f1(pool(resample))),
      averagePrecision: resamplePatients(scored, averagePrecisionOf),
    },
    perPatient: patients.map(({ patientId, label }, p) => ({
      patientId,
      rows: label.length,
      true: scored[p].counts.truePositive + scored[p].counts.falseNegative,
      predicted: scored[p].counts.truePositive + scored[p].counts.falsePositive,
      ...figuresOf([scored[p]]),
      intervals: shareIntervals(scored[p].counts),
    })),
  };
}

/** The pooled figures alone, without the intervals that take long. */
export function pooledFigures(patients: readonly LabelledPatient[], run: DetectorRun): Figures {
  return figuresOf(scoredPatients(patients, run));
}

function scoredPatients(patients: readonly LabelledPatient[], { scores, threshold }: DetectorRun): Scored[] {
  return patients.map(({ label }, p) => ({ label, score: scores[p], counts: confusionAt(scores[p], label, threshold) }));
}

function shareIntervals({ truePositive, falsePositive, falseNegative }: Confusion): PatientFigures["intervals"] {
  return {
    precision: wilsonInterval(truePositive, truePositive + falsePositive),
    recall: wilsonInterval(truePositive, truePositive + falseNegative),
  };
}

function figuresOf(scored: readonly Scored[]): Figures {
  const counts = pool(scored);
  return { precision: precision(counts), recall: recall(counts), f1: f1(counts), averagePrecision: averagePrecisionOf(scored) };
}

const pool = (scored: readonly Scored[]): Confusion => scored.map(({ counts }) => counts).reduce(addConfusion, NO_COUNTS);

function averagePrecisionOf(scored: readonly Scored[]): number | null {
  return precisionRecallCurve(scored.map(({ label }) => label), scored.map(({ score }) => score))?.averagePrecision ?? null;
}

function resamplePatients(units: readonly Scored[], measure: (resample: readonly Scored[]) => number | null): Interval | null {
  if (units.length < 2) return null;
  const rows = units.reduce((sum, { label }) => sum + label.length, 0);
  const resamples = Math.max(100, Math.min(1000, Math.floor(BOOTSTRAP_ROWS / rows)));
  return bootstrapInterval({ units, measure, resamples, random: seededRandom(BOOTSTRAP_SEED) });
}
