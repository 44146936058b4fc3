import type { ConfusionMatrix } from "../../../ecg/metrics/multi-class.ts";
import type { CheckedBeats, Predictions } from "../beat-view.ts";
import { sortErrors, type SortedErrors } from "../histogram/sorted-errors.ts";
import { beatFigures, crossTable, type BeatFigures } from "./beat-figures.ts";
import { classSummaries, type ClassSummary } from "./class-summaries.ts";

/** A check of beats as a whole: everything that takes a pass over all of them. */
export interface Overview {
  readonly summaries: readonly ClassSummary[];
  readonly figures: BeatFigures;
  /** by the file's class and the model's; empty where the file has no classes */
  readonly crossTable: ConfusionMatrix;
  /** an autoencoder's */
  readonly errors: SortedErrors | null;
}

export function overviewOf(checked: CheckedBeats, predictions: Predictions): Overview {
  const { beats, outputs } = checked;
  return {
    summaries: classSummaries(beats, predictions),
    figures: beatFigures(checked, predictions),
    crossTable: crossTable(predictions),
    errors: predictions.task === "autoencoder" ? sortErrors(outputs, beats.label) : null,
  };
}
