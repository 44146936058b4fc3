import type { BeatCheckRecord, LoadedBeatCheck } from "../../db/records.ts";
import { CLASSES, NORMAL, type BeatClass, type LabelScheme } from "../../ecg/beats/classes.ts";
import { likeliestClasses } from "../../ecg/metrics/multi-class.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { Relabels } from "./use-relabels.ts";

/** What was true and what was predicted, in classes that both name: the scheme's where file and model share one, else normal and anomalous. */
export interface Comparison {
  readonly classes: readonly BeatClass[];
  /** a beat each, index into `classes`, or UNLABELLED */
  readonly truth: Uint8Array<ArrayBuffer>;
  /** a beat each, index into `classes` */
  readonly predicted: Uint8Array<ArrayBuffer>;
}

/** A check of beats as its screens show it: all arrays have one value a beat, in the order of the file. */
export interface BeatView {
  readonly check: LoadedBeatCheck;
  readonly task: "classifier" | "autoencoder";
  /** what `truth` names; null where the file has no labels */
  readonly fileClasses: readonly BeatClass[] | null;
  /** what `predicted` names; normal and anomalous for an autoencoder */
  readonly modelClasses: readonly BeatClass[];
  /** what `relabels` names */
  readonly relabelClasses: readonly BeatClass[];
  /** index into `fileClasses`, or UNLABELLED */
  readonly truth: Uint8Array<ArrayBuffer>;
  /** index into `modelClasses` */
  readonly predicted: Uint8Array<ArrayBuffer>;
  /** a classifier's 1 − P(normal), an autoencoder's reconstruction error: higher is more anomalous */
  readonly anomalyScore: Float32Array<ArrayBuffer>;
  /** 0 … 1: a classifier's probability of the class it predicts; for an autoencoder how far the error lies from the threshold, as 1 − smaller / larger */
  readonly confidence: Float32Array<ArrayBuffer>;
  readonly comparison: Comparison;
  /** an autoencoder's threshold in use */
  readonly threshold: number | null;
  /** the class a clinician gave a beat, by beat: index into `relabelClasses` */
  readonly relabels: ReadonlyMap<number, number>;
}

export interface BeatOverviewProps {
  readonly view: BeatView;
}

export interface LossHistogramProps {
  /** of an autoencoder, at the threshold in use */
  readonly view: BeatView;
  readonly threshold: number;
  readonly shippedThreshold: number;
  readonly onThreshold: (threshold: number) => void;
}

export interface BeatGalleryProps {
  readonly view: BeatView;
  /** the beat shown alone, as the address has it */
  readonly openBeat: number | null;
  /** opens a beat, or goes back to the gallery */
  readonly onOpenBeat: (beat: number | null) => void;
  readonly relabels: Relabels;
}

/** The classes in which a clinician relabels: the file's, else the model's, else normal and anomalous. */
export function relabelScheme({ scheme, modelScheme }: Pick<BeatCheckRecord, "scheme" | "modelScheme">): LabelScheme {
  return scheme ?? modelScheme ?? "binary";
}

/** What a check's outputs say. `threshold` is the one in use; null for a classifier. */
export function beatView(check: LoadedBeatCheck, threshold: number | null, relabels: ReadonlyMap<number, number>): BeatView {
  const { record, beats, outputs } = check;
  const predicted = predictedClasses(outputs, record.modelScheme, threshold);
  const isClassifier = record.modelScheme !== null;
  return {
    check,
    task: isClassifier ? "classifier" : "autoencoder",
    fileClasses: record.scheme === null ? null : CLASSES[record.scheme],
    modelClasses: CLASSES[record.modelScheme ?? "binary"],
    relabelClasses: CLASSES[relabelScheme(record)],
    truth: beats.label,
    predicted,
    anomalyScore: isClassifier ? anomalyScores(outputs, beats.count) : outputs,
    confidence: isClassifier ? probabilitiesOf(outputs, predicted) : distances(outputs, threshold ?? Infinity),
    comparison: compared(record, beats.label, predicted),
    threshold,
    relabels,
  };
}

/** The class predicted for each beat: the likeliest of a classifier's, or anomalous (1) where an autoencoder's error reaches the threshold. */
export function predictedClasses(outputs: Float32Array, modelScheme: LabelScheme | null, threshold: number | null): Uint8Array<ArrayBuffer> {
  if (modelScheme === null) return Uint8Array.from(outputs, (error) => (error >= (threshold ?? Infinity) ? 1 : NORMAL));
  return likeliestClasses(outputs, CLASSES[modelScheme].length);
}

function anomalyScores(probabilities: Float32Array, count: number): Float32Array<ArrayBuffer> {
  const classes = probabilities.length / count;
  return Float32Array.from({ length: count }, (_, beat) => 1 - probabilities[beat * classes + NORMAL]);
}

function probabilitiesOf(probabilities: Float32Array, predicted: Uint8Array): Float32Array<ArrayBuffer> {
  const classes = probabilities.length / predicted.length;
  return Float32Array.from(predicted, (index, beat) => probabilities[beat * classes + index]);
}

function distances(errors: Float32Array, threshold: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(errors, (error) => {
    const larger = Math.max(error, threshold);
    return larger > 0 ? 1 - Math.min(error, threshold) / larger : 0;
  });
}

function compared({ scheme, modelScheme }: BeatCheckRecord, truth: Uint8Array<ArrayBuffer>, predicted: Uint8Array<ArrayBuffer>): Comparison {
  const predictedScheme = modelScheme ?? "binary";
  if (scheme === null || scheme === predictedScheme) return { classes: CLASSES[predictedScheme], truth, predicted };
  return { classes: CLASSES.binary, truth: truth.map(normalOrNot), predicted: predicted.map(normalOrNot) };
}

const normalOrNot = (label: number): number => (label === UNLABELLED || label === NORMAL ? label : 1);
