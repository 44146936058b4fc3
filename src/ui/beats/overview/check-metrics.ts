import type { BeatClass } from "../../../ecg/beats/classes.ts";
import type { ClassificationIntervals } from "../../../ecg/metrics/figure-intervals.ts";
import type { ClassificationFigures } from "../../../ecg/metrics/multi-class.ts";
import type { ClassifierMetrics } from "../../../models/card.ts";
import type { SourceFile } from "../../../ecg/table.ts";

/** The figures of a check as a model card has them, so that both are shown by the same table. */
export function checkMetrics(
  files: readonly SourceFile[],
  classes: readonly BeatClass[],
  { figures, intervals }: { readonly figures: ClassificationFigures; readonly intervals: ClassificationIntervals },
): ClassifierMetrics {
  return {
    evaluatedOn: {
      name: files.map(({ name }) => name).join(", "),
      sha256: files.map(({ sha256 }) => sha256).join(", "),
      rows: figures.perClass.reduce((sum, { support }) => sum + support, 0),
    },
    accuracy: { value: figures.accuracy, interval: intervals.accuracy },
    macroF1: { value: figures.macroF1, interval: intervals.macroF1 },
    perClass: Object.fromEntries(classes.map(({ code }, index) => {
      const { support, accuracy, precision, recall, f1 } = figures.perClass[index];
      const own = intervals.perClass[index];
      return [code, {
        support,
        accuracy: { value: accuracy, interval: own.accuracy },
        rocAuc: { value: figures.rocAuc[index]?.area ?? null, interval: own.rocAuc },
        precision: { value: precision, interval: own.precision },
        recall: { value: recall, interval: own.recall },
        f1: { value: f1, interval: own.f1 },
      }];
    })),
    confusion: figures.confusion,
  };
}
