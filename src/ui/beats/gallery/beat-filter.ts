import { NORMAL } from "../../../ecg/beats/classes.ts";
import { UNLABELLED } from "../../../ecg/table.ts";
import type { BeatView, Comparison } from "../beat-view.ts";

/** One class by its index, any of them, every class but the normal one, or (of labels) none. */
export type ClassFilter = number | "any" | "anomalous" | "unlabelled";

export interface GalleryFilter {
  /** index into the view's `fileClasses` */
  readonly truth: ClassFilter;
  /** index into the view's `modelClasses` */
  readonly predicted: ClassFilter;
  readonly wrongOnly: boolean;
  readonly relabelledOnly: boolean;
}

/** A cell of the confusion matrix: indices into the view's `fileClasses` and `modelClasses`. */
export interface ClassPair {
  readonly truth: number;
  readonly predicted: number;
}

export const NO_FILTER: GalleryFilter = { truth: "any", predicted: "any", wrongOnly: false, relabelledOnly: false };

export const isFiltering = ({ truth, predicted, wrongOnly, relabelledOnly }: GalleryFilter): boolean =>
  truth !== "any" || predicted !== "any" || wrongOnly || relabelledOnly;

/** Whether the model contradicts the file's label; never where there is none. */
export const isWrong = ({ truth, predicted }: Pick<Comparison, "truth" | "predicted">, beat: number): boolean =>
  truth[beat] !== UNLABELLED && truth[beat] !== predicted[beat];

/** Those beats of `order` that fit, in its order. */
export function filterBeats(
  view: Pick<BeatView, "truth" | "predicted" | "comparison" | "relabels">,
  order: Uint32Array<ArrayBuffer>,
  filter: GalleryFilter,
): Uint32Array<ArrayBuffer> {
  if (!isFiltering(filter)) return order;
  return order.filter((beat) =>
    fits(view.truth[beat], filter.truth)
    && fits(view.predicted[beat], filter.predicted)
    && (!filter.wrongOnly || isWrong(view.comparison, beat))
    && (!filter.relabelledOnly || view.relabels.has(beat)));
}

/** The filter that shows what a cell of the confusion matrix counts. */
export const filterOfPair = ({ truth, predicted }: ClassPair): GalleryFilter => ({ ...NO_FILTER, truth, predicted });

function fits(label: number, filter: ClassFilter): boolean {
  switch (filter) {
    case "any": return true;
    case "anomalous": return label !== NORMAL && label !== UNLABELLED;
    case "unlabelled": return label === UNLABELLED;
    default: return label === filter;
  }
}
