import { CLASSES } from "../beats/classes.ts";
import { UNLABELLED } from "../table.ts";
import { matchPeaks } from "./match-peaks.ts";
import type { ConfusionMatrix } from "./multi-class.ts";

const CLASS_COUNT = CLASSES.aami.length;

/** The last row and column of a beat matrix: no beat was annotated, none was found. */
export const NO_BEAT = CLASS_COUNT;

export interface ClassifiedPeaks {
  /** ascending, in samples */
  readonly sample: Uint32Array;
  /** index into CLASSES.aami, one entry a beat */
  readonly beatClass: Uint8Array;
}

export interface MatchOptions {
  readonly samplingRateHz: number;
  /** annotated and found beats before it are left out, once matched */
  readonly fromSample?: number;
}

/** A detection at most so far from an annotated beat is that beat (ANSI/AAMI EC57). */
const TOLERANCE_MS = 150;

/**
 * The beat-by-beat matrix of EC57: annotated classes as rows, named ones as columns, each N, S, V, F, Q and NO_BEAT. Beats
 * that were missed stand in the last column, detections where nobody annotated a beat in the last row.
 */
export function beatMatrix(annotated: ClassifiedPeaks, found: ClassifiedPeaks, { samplingRateHz, fromSample = 0 }: MatchOptions): ConfusionMatrix {
  const matrix = Array.from({ length: CLASS_COUNT + 1 }, () => new Array<number>(CLASS_COUNT + 1).fill(0));
  const { detectionOf } = matchPeaks(annotated.sample, found.sample, Math.round((TOLERANCE_MS * samplingRateHz) / 1000));
  const isMatched = new Uint8Array(found.sample.length);
  annotated.sample.forEach((sample, beat) => {
    const detection = detectionOf[beat];
    if (detection >= 0) isMatched[detection] = 1;
    if (sample < fromSample || annotated.beatClass[beat] === UNLABELLED) return;
    matrix[annotated.beatClass[beat]][detection < 0 ? NO_BEAT : found.beatClass[detection]]++;
  });
  found.sample.forEach((sample, detection) => {
    if (isMatched[detection] === 0 && sample >= fromSample) matrix[NO_BEAT][found.beatClass[detection]]++;
  });
  return matrix;
}

/** Added cell by cell: gross figures, as EC57 calls what is counted over all records. `size` is that of each matrix. */
export function addMatrices(matrices: readonly ConfusionMatrix[], size: number): ConfusionMatrix {
  const total = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const matrix of matrices) matrix.forEach((row, i) => row.forEach((count, j) => (total[i][j] += count)));
  return total;
}

/** One class against all others, as EC57 names the shares; null where there is nothing to count. */
export interface BeatClassFigures {
  /** annotated beats of the class */
  readonly support: number;
  readonly sensitivity: number | null;
  readonly positivePredictivity: number | null;
  /** of what is annotated otherwise, the share that was named this class */
  readonly falsePositiveRate: number | null;
}

export interface BeatFigures {
  /** over the annotated beats */
  readonly accuracy: number | null;
  /** by the class's code */
  readonly perClass: Readonly<Record<string, BeatClassFigures>>;
}

/** Named classes that do not count against a class's positive predictivity or false positive rate where they are annotated so. */
const NOT_AGAINST: Readonly<Record<string, readonly string[]>> = { V: ["F", "Q"], S: ["Q"] };

/**
 * Figures from a beat matrix, or from one without NO_BEAT, where the beats were given. Missed beats count as not found,
 * false detections as false positives. With `ec57`, fusion and unclassifiable beats that were named V, and
 * unclassifiable ones that were named S, are not false positives, as its tables say and `bxb` counts.
 */
export function beatMatrixFigures(matrix: ConfusionMatrix, rules: "plain" | "ec57" = "plain"): BeatFigures {
  const codes = CLASSES.aami.map(({ code }) => code);
  const annotated = matrix.slice(0, CLASS_COUNT);
  const right = sum(annotated.map((row, own) => row[own]));
  return {
    accuracy: ratio(right, sum(annotated.map(sum))),
    perClass: Object.fromEntries(codes.map((code, own) => {
      const excused: readonly string[] = (rules === "ec57" && NOT_AGAINST[code]) || [];
      const others = matrix.filter((_, row) => row !== own && !(row < CLASS_COUNT && excused.includes(codes[row])));
      return [code, classFigures(matrix[own], others, own)];
    })),
  };
}

function classFigures(ownRow: readonly number[], others: ConfusionMatrix, own: number): BeatClassFigures {
  const falsePositive = sum(others.map((row) => row[own]));
  const support = sum(ownRow);
  return {
    support,
    sensitivity: ratio(ownRow[own], support),
    positivePredictivity: ratio(ownRow[own], ownRow[own] + falsePositive),
    falsePositiveRate: ratio(falsePositive, sum(others.map(sum))),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
