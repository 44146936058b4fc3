import type { BeatCheckRecord, LoadedBeatCheck } from "../../db/records.ts";
import { CLASSES, NORMAL, type BeatClass, type LabelScheme } from "../../ecg/beats/classes.ts";
import type { Beats } from "../../ecg/beats/table.ts";
import { likeliestClasses } from "../../ecg/metrics/multi-class.ts";
import { UNLABELLED } from "../../ecg/table.ts";
import type { BeatModelMeta } from "../../models/beat-model.ts";
import { knownBeatModel } from "./beat-model-of.ts";

/** What was true and what was predicted, in classes that both name: the scheme's where file and model share one, else normal and anomalous. */
export interface Comparison {
  readonly classes: readonly BeatClass[];
  /** a beat each, index into `classes`, or UNLABELLED */
  readonly truth: Uint8Array<ArrayBuffer>;
  /** a beat each, index into `classes` */
  readonly predicted: Uint8Array<ArrayBuffer>;
}

/** What a model's outputs say of each beat, and what the file says: all arrays have one value a beat, in the order of the file. */
export interface Predictions {
  readonly task: "classifier" | "autoencoder";
  /** what `truth` names; null where the file has no labels */
  readonly fileClasses: readonly BeatClass[] | null;
  /** what `predicted` names; normal and anomalous for an autoencoder */
  readonly modelClasses: readonly BeatClass[];
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
}

/** A check of beats as its screens show it. */
export interface BeatView extends Predictions {
  readonly check: LoadedBeatCheck;
  /** null where this version no longer has the check's model */
  readonly model: BeatModelMeta | null;
  /** what `relabels` names */
  readonly relabelClasses: readonly BeatClass[];
  /** the class a clinician gave a beat, by beat: index into `relabelClasses` */
  readonly relabels: ReadonlyMap<number, number>;
}

/** All of a check that its predictions follow from: another name, threshold or verdict changes none of it. */
export interface CheckedBeats {
  readonly beats: Beats;
  readonly outputs: Float32Array<ArrayBuffer>;
  readonly scheme: LabelScheme | null;
  readonly modelScheme: LabelScheme | null;
}

/** The classes in which a clinician relabels: the file's, else the model's, else normal and anomalous. */
export function relabelScheme({ scheme, modelScheme }: Pick<BeatCheckRecord, "scheme" | "modelScheme">): LabelScheme {
  return scheme ?? modelScheme ?? "binary";
}

/** `threshold` is the one in use; null for a classifier. */
export function predictionsOf({ beats, outputs, scheme, modelScheme }: CheckedBeats, threshold: number | null): Predictions {
  const predicted = predictedClasses(outputs, modelScheme, threshold);
  const isClassifier = modelScheme !== null;
  return {
    task: isClassifier ? "classifier" : "autoencoder",
    fileClasses: scheme === null ? null : CLASSES[scheme],
    modelClasses: CLASSES[modelScheme ?? "binary"],
    truth: beats.label,
    predicted,
    anomalyScore: isClassifier ? anomalyScores(outputs, beats.count) : outputs,
    confidence: isClassifier ? probabilitiesOf(outputs, predicted) : distances(outputs, threshold ?? Infinity),
    comparison: compared({ scheme, modelScheme }, beats.label, predicted),
    threshold,
  };
}

export function beatView(check: LoadedBeatCheck, predictions: Predictions, relabels: ReadonlyMap<number, number>): BeatView {
  const { record } = check;
  return { ...predictions, check, model: knownBeatModel(record.detectorId), relabelClasses: CLASSES[relabelScheme(record)], relabels };
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

function compared({ scheme, modelScheme }: Pick<CheckedBeats, "scheme" | "modelScheme">, truth: Uint8Array<ArrayBuffer>, predicted: Uint8Array<ArrayBuffer>): Comparison {
  const predictedScheme = modelScheme ?? "binary";
  if (scheme === null || scheme === predictedScheme) return { classes: CLASSES[predictedScheme], truth, predicted };
  return { classes: CLASSES.binary, truth: truth.map(normalOrNot), predicted: predicted.map(normalOrNot) };
}

const normalOrNot = (label: number): number => (label === UNLABELLED || label === NORMAL ? label : 1);
