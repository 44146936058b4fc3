import { UNLABELLED } from "../table.ts";
import { f1, labelledRows, precision, recall, type Confusion } from "./confusion.ts";
import { rocAuc, type RocAuc } from "./roc-auc.ts";

/** Rows by true class, columns by predicted class: how many beats. */
export type ConfusionMatrix = readonly (readonly number[])[];

/** One class against the rest; null where undefined: nothing of the class, nothing predicted as it. */
export interface ClassFigures {
  /** beats of the class */
  readonly support: number;
  readonly accuracy: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** What follows from the counts alone. */
export interface CountFigures {
  readonly accuracy: number | null;
  /** mean F1 of the classes that have beats */
  readonly macroF1: number | null;
  readonly perClass: readonly ClassFigures[];
}

export interface ClassificationFigures extends CountFigures {
  readonly confusion: ConfusionMatrix;
  /** of each class's probability, for its beats against the others; null where all beats or none are of the class */
  readonly rocAuc: readonly (RocAuc | null)[];
}

export interface ClassifiedBeats {
  /** the true class, or UNLABELLED: such beats are left out */
  readonly label: Uint8Array;
  /** count × classCount */
  readonly probabilities: Float32Array;
  readonly classCount: number;
}

/** All figures of a classifier that predicts the likeliest class. */
export function classificationFigures(beats: ClassifiedBeats): ClassificationFigures {
  const confusion = confusionMatrix(beats.label, likeliestClasses(beats.probabilities, beats.classCount), beats.classCount);
  return {
    ...figuresOfCounts(confusion),
    confusion,
    rocAuc: confusion.map((_, classIndex) => rocAuc(...classScores(beats, classIndex))),
  };
}

/** The class of highest probability of each beat, the first of equals. `probabilities` holds count × classCount. */
export function likeliestClasses(probabilities: Float32Array, classCount: number): Uint8Array<ArrayBuffer> {
  const likeliest = new Uint8Array(probabilities.length / classCount);
  for (let beat = 0; beat < likeliest.length; beat++) {
    const start = beat * classCount;
    for (let c = 1; c < classCount; c++) {
      if (probabilities[start + c] > probabilities[start + likeliest[beat]]) likeliest[beat] = c;
    }
  }
  return likeliest;
}

/** Counts the labelled beats; both arrays have a class index a beat. */
export function confusionMatrix(label: Uint8Array, predicted: Uint8Array, classCount: number): ConfusionMatrix {
  const counts = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (let beat = 0; beat < label.length; beat++) {
    if (label[beat] !== UNLABELLED) counts[label[beat]][predicted[beat]]++;
  }
  return counts;
}

export function figuresOfCounts(confusion: ConfusionMatrix): CountFigures {
  const perClass = confusion.map((_, classIndex) => classFigures(oneAgainstTheRest(confusion, classIndex)));
  const beats = sum(perClass.map(({ support }) => support));
  const right = sum(confusion.map((row, classIndex) => row[classIndex]));
  const supported = perClass.filter(({ support }) => support > 0);
  return {
    accuracy: beats === 0 ? null : right / beats,
    macroF1: supported.length === 0 ? null : sum(supported.map((figures) => figures.f1 ?? 0)) / supported.length,
    perClass,
  };
}

/** The matrix seen from one class: positive is what is of the class. */
export function oneAgainstTheRest(confusion: ConfusionMatrix, classIndex: number): Confusion {
  const truePositive = confusion[classIndex][classIndex];
  const falseNegative = sum(confusion[classIndex]) - truePositive;
  const falsePositive = sum(confusion.map((row) => row[classIndex])) - truePositive;
  const all = sum(confusion.map(sum));
  return { truePositive, falsePositive, falseNegative, trueNegative: all - truePositive - falsePositive - falseNegative };
}

function classFigures(counts: Confusion): ClassFigures {
  const { truePositive, falseNegative, trueNegative } = counts;
  const beats = labelledRows(counts);
  return {
    support: truePositive + falseNegative,
    accuracy: beats === 0 ? null : (truePositive + trueNegative) / beats,
    precision: precision(counts),
    recall: recall(counts),
    f1: f1(counts),
  };
}

/** The class's probabilities of its own labelled beats, and of the other labelled beats. */
function classScores({ label, probabilities, classCount }: ClassifiedBeats, classIndex: number): [Float32Array, Float32Array] {
  const own = new Float32Array(label.length);
  const others = new Float32Array(label.length);
  let ownCount = 0;
  let otherCount = 0;
  for (let beat = 0; beat < label.length; beat++) {
    if (label[beat] === UNLABELLED) continue;
    const probability = probabilities[beat * classCount + classIndex];
    if (label[beat] === classIndex) own[ownCount++] = probability;
    else others[otherCount++] = probability;
  }
  return [own.subarray(0, ownCount), others.subarray(0, otherCount)];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
