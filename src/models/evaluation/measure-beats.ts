import { CLASSES } from "../../ecg/beats/classes.ts";
import { detection, detectionAt } from "../../ecg/metrics/detection.ts";
import { classificationIntervals, detectionIntervals, type ClassIntervals, type DetectionIntervals } from "../../ecg/metrics/figure-intervals.ts";
import type { Interval } from "../../ecg/metrics/intervals.ts";
import { classificationFigures, type ClassFigures, type ConfusionMatrix } from "../../ecg/metrics/multi-class.ts";
import type { BeatModelId, BeatModelMeta, BeatRun } from "../beat-model.ts";

/** One class against the rest; null where undefined. */
export interface EvaluatedClass extends ClassFigures {
  readonly rocAuc: number | null;
}

export interface ClassifierFigures {
  readonly id: BeatModelId;
  readonly task: "classifier";
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  /** codes of the classes, in the order of `confusion` */
  readonly classes: readonly string[];
  /** true × predicted, beats */
  readonly confusion: ConfusionMatrix;
  /** by the class's code */
  readonly perClass: Readonly<Record<string, EvaluatedClass>>;
  /** 95 %, see classificationIntervals */
  readonly intervals: {
    readonly accuracy: Interval | null;
    readonly macroF1: Interval | null;
    readonly perClass: Readonly<Record<string, ClassIntervals>>;
  };
}

/** Anomalous is positive; what is null is undefined. */
export interface AutoencoderFigures {
  readonly id: BeatModelId;
  readonly task: "autoencoder";
  /** beats whose error reaches it are predicted anomalous */
  readonly threshold: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly rocAuc: number | null;
  /** normal beats that are predicted normal, of `normal` */
  readonly normalRight: number;
  readonly normal: number;
  readonly anomalousRight: number;
  readonly anomalous: number;
  /** 95 %, see detectionIntervals */
  readonly intervals: DetectionIntervals;
}

export type BeatModelFigures = ClassifierFigures | AutoencoderFigures;

/**
 * Measures a run against the labels of the beats it was made on: `label` has a class index a beat, for a classifier of
 * its own scheme, or UNLABELLED; such beats are left out.
 */
export function measureBeats({ id, scheme }: Pick<BeatModelMeta, "id" | "scheme">, label: Uint8Array, { outputs, threshold }: Pick<BeatRun, "outputs" | "threshold">): BeatModelFigures {
  if (scheme !== null) return measureClassifier(id, CLASSES[scheme].map(({ code }) => code), label, outputs);
  if (threshold === null) throw new Error(`${id} has neither classes nor a threshold.`);
  return measureAutoencoder(id, threshold, label, outputs);
}

function measureClassifier(id: BeatModelId, classes: readonly string[], label: Uint8Array, probabilities: Float32Array): ClassifierFigures {
  const { accuracy, macroF1, confusion, perClass, rocAuc } = classificationFigures({ label, probabilities, classCount: classes.length });
  const intervals = classificationIntervals({ confusion, rocAuc });
  const byCode = <T>(of: (classIndex: number) => T) => Object.fromEntries(classes.map((code, classIndex) => [code, of(classIndex)]));
  return {
    id,
    task: "classifier",
    accuracy,
    macroF1,
    classes,
    confusion,
    perClass: byCode((own) => ({ ...perClass[own], rocAuc: rocAuc[own]?.area ?? null })),
    intervals: { accuracy: intervals.accuracy, macroF1: intervals.macroF1, perClass: byCode((own) => intervals.perClass[own]) },
  };
}

function measureAutoencoder(id: BeatModelId, threshold: number, label: Uint8Array, errors: Float32Array): AutoencoderFigures {
  const sorted = detection(errors, label);
  const { counts, precision, recall, f1 } = detectionAt(sorted, threshold);
  return {
    id,
    task: "autoencoder",
    threshold,
    precision,
    recall,
    f1,
    rocAuc: sorted.rocAuc?.area ?? null,
    normalRight: counts.trueNegative,
    normal: sorted.normal.length,
    anomalousRight: counts.truePositive,
    anomalous: sorted.anomalous.length,
    intervals: detectionIntervals(sorted, { counts }),
  };
}
