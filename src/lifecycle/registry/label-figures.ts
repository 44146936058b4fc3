import { figureInterval, resampleGroups, shareInterval } from "../../ecg/metrics/count-intervals.ts";
import { figuresOfCounts, oneAgainstTheRest, type ConfusionMatrix, type CountFigures } from "../../ecg/metrics/multi-class.ts";
import type { JudgedLabels, VersionFigures } from "./version-figures.ts";

const CELLS = 4;

/**
 * Figures of records in each of which several classes can hold: every class is a question of its own to each record, with a
 * matrix of two by two. Intervals are of the bootstrap over records; accuracy is over all answers.
 */
export function labelFigures({ classes, truth, predicted }: JudgedLabels): VersionFigures {
  const records = truth.length / classes.length;
  const counts = Array.from({ length: records }, (_, record) => classes.flatMap((_, k) => cells(truth[record * classes.length + k], predicted[record * classes.length + k])));
  const perClass = (sum: readonly number[]) => classes.map((_, k) => matrixOf(sum.slice(k * CELLS, (k + 1) * CELLS)));
  const matrices = perClass(classes.flatMap((_, k) => [0, 1, 2, 3].map((cell) => counts.reduce((sum, own) => sum + own[k * CELLS + cell], 0))));
  const figures = matrices.map(figuresOfCounts);
  const draws = records === 0 ? [] : resampleGroups(counts).map((sum) => perClass(sum).map(figuresOfCounts));
  const right = truth.reduce((sum, is, i) => sum + Number(predicted[i] === is), 0);
  return {
    patients: records > 1 ? records : null,
    accuracy: { value: truth.length === 0 ? null : right / truth.length, interval: shareInterval(right, truth.length, draws.map((draw) => mean(draw.map(({ accuracy }) => accuracy)))) },
    macroF1: { value: macroF1(figures), interval: figureInterval(draws.map(macroF1)) },
    classes: classes.map((own, k) => {
      const { truePositive, falsePositive, falseNegative } = oneAgainstTheRest(matrices[k], HOLDS);
      const { support, recall, precision } = figures[k].perClass[HOLDS];
      const interval = (figure: "recall" | "precision", outOf: number) => shareInterval(truePositive, outOf, draws.map((draw) => draw[k].perClass[HOLDS][figure]));
      return {
        ...own,
        rows: support,
        sensitivity: { value: recall, interval: interval("recall", truePositive + falseNegative) },
        positivePredictivity: { value: precision, interval: interval("precision", truePositive + falsePositive) },
      };
    }),
  };
}

const HOLDS = 1;

/** One answer as a matrix of two by two, row by row. */
const cells = (is: number, said: number): number[] => [0, 1, 2, 3].map((cell) => Number(cell === 2 * is + said));
const matrixOf = ([a, b, c, d]: readonly number[]): ConfusionMatrix => [[a, b], [c, d]];

/** Of the classes that hold anywhere. */
const macroF1 = (figures: readonly CountFigures[]): number | null => mean(figures.map(({ perClass }) => perClass[HOLDS]).filter(({ support }) => support > 0).map(({ f1 }) => f1 ?? 0));

function mean(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length;
}
