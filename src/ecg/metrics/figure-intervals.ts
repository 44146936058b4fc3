import { f1, precision, recall, type Confusion } from "./confusion.ts";
import { figureInterval, resampleCounts, resampleGroups, shareInterval } from "./count-intervals.ts";
import type { Detection, DetectionFigures } from "./detection.ts";
import type { Interval } from "./intervals.ts";
import { figuresOfCounts, oneAgainstTheRest, type ClassFigures, type ClassificationFigures, type ConfusionMatrix, type CountFigures } from "./multi-class.ts";
import { rocAucInterval } from "./roc-auc.ts";

export interface ClassIntervals {
  readonly accuracy: Interval | null;
  readonly rocAuc: Interval | null;
  readonly precision: Interval | null;
  readonly recall: Interval | null;
  readonly f1: Interval | null;
}

export interface ClassificationIntervals {
  readonly accuracy: Interval | null;
  readonly macroF1: Interval | null;
  readonly perClass: readonly ClassIntervals[];
}

/** 95 % intervals, taking beats for independent: the bootstrap's for what is counted (see count-intervals.ts), DeLong's for the ROC-AUC. */
export function classificationIntervals({ confusion, rocAuc }: Pick<ClassificationFigures, "confusion" | "rocAuc">): ClassificationIntervals {
  const { accuracy, macroF1, perClass } = countIntervals(confusion, resampleCounts(confusion.flat()));
  return {
    accuracy,
    macroF1,
    perClass: rocAuc.map((auc, classIndex) => ({ ...perClass[classIndex], rocAuc: auc === null ? null : rocAucInterval(auc) })),
  };
}

export interface CountIntervals extends Omit<ClassificationIntervals, "perClass"> {
  readonly perClass: readonly Omit<ClassIntervals, "rocAuc">[];
}

/** The same for what is counted, where rows belong together, as those of a patient: the bootstrap over groups. `confusions`: one matrix a group, two at least. */
export function groupedIntervals(confusions: readonly ConfusionMatrix[]): CountIntervals {
  const [first] = confusions;
  const pooled = first.map((row, truth) => row.map((_, predicted) => confusions.reduce((sum, confusion) => sum + confusion[truth][predicted], 0)));
  return countIntervals(pooled, resampleGroups(confusions.map((confusion) => confusion.flat())));
}

/** `resamples`: the matrix's cells row by row, as each resample counts them. */
function countIntervals(confusion: ConfusionMatrix, resamples: readonly (readonly number[])[]): CountIntervals {
  const classCount = confusion.length;
  const resampled = resamples.map((counts) => figuresOfCounts(Array.from({ length: classCount }, (_, row) => counts.slice(row * classCount, (row + 1) * classCount))));
  const right = confusion.reduce((sum, row, classIndex) => sum + row[classIndex], 0);
  const beats = confusion.flat().reduce((sum, count) => sum + count, 0);
  return {
    accuracy: shareInterval(right, beats, resampled.map(({ accuracy }) => accuracy)),
    macroF1: figureInterval(resampled.map(({ macroF1 }) => macroF1)),
    perClass: confusion.map((_, classIndex) => classIntervals(oneAgainstTheRest(confusion, classIndex), resampled, classIndex)),
  };
}

function classIntervals(counts: Confusion, resampled: readonly CountFigures[], classIndex: number): Omit<ClassIntervals, "rocAuc"> {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const of = (figure: keyof ClassFigures) => resampled.map(({ perClass }) => perClass[classIndex][figure]);
  return {
    accuracy: shareInterval(truePositive + trueNegative, truePositive + falsePositive + falseNegative + trueNegative, of("accuracy")),
    precision: shareInterval(truePositive, truePositive + falsePositive, of("precision")),
    recall: shareInterval(truePositive, truePositive + falseNegative, of("recall")),
    f1: figureInterval(of("f1")),
  };
}

export type DetectionIntervals = Omit<ClassIntervals, "accuracy">;

/** As `classificationIntervals`, for anomalous against normal at the threshold that `counts` were taken at. */
export function detectionIntervals({ rocAuc }: Pick<Detection, "rocAuc">, { counts }: Pick<DetectionFigures, "counts">): DetectionIntervals {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const resampled = resampleCounts([truePositive, falsePositive, falseNegative, trueNegative]).map(
    ([tp, fp, fn, tn]): Confusion => ({ truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn }),
  );
  return {
    precision: shareInterval(truePositive, truePositive + falsePositive, resampled.map(precision)),
    recall: shareInterval(truePositive, truePositive + falseNegative, resampled.map(recall)),
    f1: figureInterval(resampled.map(f1)),
    rocAuc: rocAuc === null ? null : rocAucInterval(rocAuc),
  };
}
