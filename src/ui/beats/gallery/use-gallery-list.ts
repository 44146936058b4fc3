import { useMemo, useState } from "react";
import type { BeatView } from "../beat-view.ts";
import { filterBeats, isWrong, NO_FILTER, type GalleryFilter } from "./beat-filter.ts";
import { orderBeats, type GallerySort } from "./beat-order.ts";

export interface GalleryList {
  readonly sort: GallerySort;
  readonly filter: GalleryFilter;
  readonly setSort: (sort: GallerySort) => void;
  readonly setFilter: (filter: GalleryFilter) => void;
  /** the beats that fit, in order */
  readonly shown: Uint32Array<ArrayBuffer>;
  /** of those shown; null where the file has no labels */
  readonly wrong: number | null;
}

const NO_RELABELS: ReadonlyMap<number, number> = new Map();

/** Sorts and filters the beats, again only when something changes that the list depends on. */
export function useGalleryList(view: BeatView): GalleryList {
  const { anomalyScore, confidence, comparison, truth, predicted, fileClasses } = view;
  const [sort, setSort] = useState<GallerySort>("anomaly");
  const [filter, setFilter] = useState(NO_FILTER);

  // Beats stay listed where they are while they are relabelled, unless the list is of relabelled ones.
  const relabels = filter.relabelledOnly ? view.relabels : NO_RELABELS;
  const order = useMemo(() => orderBeats({ anomalyScore, confidence, comparison }, sort), [anomalyScore, confidence, comparison, sort]);
  const shown = useMemo(() => filterBeats({ truth, predicted, comparison, relabels }, order, filter), [truth, predicted, comparison, relabels, order, filter]);
  const wrong = useMemo(
    () => (fileClasses === null ? null : shown.reduce((count, beat) => count + (isWrong(comparison, beat) ? 1 : 0), 0)),
    [shown, comparison, fileClasses],
  );
  return { sort, filter, setSort, setFilter, shown, wrong };
}
