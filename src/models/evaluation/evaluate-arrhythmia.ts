import { CLASSES } from "../../ecg/beats/classes.ts";
import { addMatrices, beatMatrixFigures, NO_BEAT, type BeatFigures } from "../../ecg/metrics/beat-matrix.ts";
import type { ConfusionMatrix } from "../../ecg/metrics/multi-class.ts";
import { peakFigures, poolPeaks, type PeakFigures } from "../../ecg/metrics/peak-figures.ts";
import { seededRandom } from "../../ecg/numeric/random.ts";
import type { RPeakMeasurement } from "../../ecg/peaks/measure-r-peaks.ts";
import type { MeasuredRecord } from "./measure-arrhythmia.ts";

export interface ClassEvaluation extends BeatFigures {
  /** annotated classes as rows, named ones as columns: N, S, V, F, Q, and at own peaks missed beats and false detections last */
  readonly confusion: ConfusionMatrix;
}

/** The same beats counted in several ways. */
export interface ClassEvaluations {
  /** annotated R peaks, whole record */
  readonly beats: ClassEvaluation;
  /** R peaks that were found, whole record */
  readonly beatsAtOwnPeaks: ClassEvaluation;
  /** EC57-style, from five minutes on: R peaks that were found */
  readonly ec57: ClassEvaluation & { readonly atAnnotatedPeaks: ClassEvaluation };
}

interface EvaluatedRecord extends ClassEvaluations {
  readonly rPeaks: PeakFigures;
  readonly flutter: RPeakMeasurement["flutter"];
  /** the model has learnt from it: it has no part in the pooled class figures */
  readonly isLearntFrom: boolean;
}

/** What is pooled over records, and the same for each by its name. */
export interface RecordingsEvaluation extends ClassEvaluations {
  readonly records: number;
  /** records that have a part in the class figures: those that the model has not learnt from */
  readonly classifiedRecords: readonly string[];
  readonly rPeaks: PeakFigures;
  readonly perRecord: Readonly<Record<string, EvaluatedRecord>>;
}

/** `learntFrom`: names of the records that the model has learnt from. */
export function evaluateRecordings(measured: ReadonlyMap<string, MeasuredRecord>, learntFrom: ReadonlySet<string>): RecordingsEvaluation {
  const unseen = unseenRecords(measured, learntFrom);
  return {
    records: measured.size,
    classifiedRecords: [...unseen.keys()],
    rPeaks: peakFigures(poolPeaks([...measured.values()].map(({ rPeaks }) => rPeaks.counts))),
    ...classEvaluations([...unseen.values()]),
    perRecord: Object.fromEntries([...measured].map(([name, record]) => [name, {
      isLearntFrom: learntFrom.has(name),
      rPeaks: peakFigures(record.rPeaks.counts),
      flutter: record.rPeaks.flutter,
      ...classEvaluations([record]),
    }])),
  };
}

export function unseenRecords(measured: ReadonlyMap<string, MeasuredRecord>, learntFrom: ReadonlySet<string>): Map<string, MeasuredRecord> {
  return new Map([...measured].filter(([name]) => !learntFrom.has(name)));
}

function classEvaluations(records: readonly MeasuredRecord[]): ClassEvaluations {
  return {
    beats: pooledClasses(records, "beats"),
    beatsAtOwnPeaks: pooledClasses(records, "beatsAtOwnPeaks"),
    ec57: { ...pooledClasses(records, "ec57"), atAnnotatedPeaks: pooledClasses(records, "ec57AtAnnotatedPeaks") },
  };
}

export type Counting = "beats" | "beatsAtOwnPeaks" | "ec57" | "ec57AtAnnotatedPeaks";

/** Gross figures: the records' matrices added up. */
export function pooledClasses(records: readonly MeasuredRecord[], counting: Counting): ClassEvaluation {
  const confusion = addMatrices(records.map((record) => record[counting]), counting === "beats" ? CLASSES.aami.length : NO_BEAT + 1);
  return { ...beatMatrixFigures(confusion, counting.startsWith("ec57") ? "ec57" : "plain"), confusion };
}

const RESAMPLES = 1000;
const SEED = 1;

/** The pooled figures of as many records drawn with replacement, a thousand times, always the same draws: other patients would have been as unlike as these. */
export function resampledClasses(records: readonly MeasuredRecord[], counting: Counting): BeatFigures[] {
  const random = seededRandom(SEED);
  return Array.from({ length: RESAMPLES }, () => pooledClasses(records.map(() => records[random.integer(records.length)]), counting));
}
