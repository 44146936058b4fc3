import { sortOrder } from "../../../ecg/numeric/sort-order.ts";
import { isWrong } from "./beat-filter.ts";
import type { BeatView } from "../beat-view.ts";

/** How the gallery is sorted: most anomalous first, least sure first, surest mistakes first, or as in the file. */
export type GallerySort = "anomaly" | "unsure" | "wrong" | "file";

/** The beats in the order of `sort`; equal ones stay in the order of the file. */
export function orderBeats(view: Pick<BeatView, "anomalyScore" | "confidence" | "comparison">, sort: GallerySort): Uint32Array<ArrayBuffer> {
  const { anomalyScore, confidence, comparison } = view;
  switch (sort) {
    case "anomaly":
      return sortOrder(anomalyScore.map((score) => -score));
    case "unsure":
      return sortOrder(confidence);
    case "wrong":
      // Confidence is at most 1, so every mistake comes before every other beat: mistakes surest first, the others least sure first.
      return sortOrder(confidence.map((sure, beat) => (isWrong(comparison, beat) ? -1 - sure : sure)));
    case "file":
      return Uint32Array.from(anomalyScore.keys());
  }
}
