import type { HeartRateCheckRecord } from "../../../db/records.ts";
import { DETECTORS } from "../../../models/catalog.ts";
import type { DetectorMeta } from "../../../models/detector.ts";

/** What is known of a check's detector; one that this version no longer has is shown by its id, with a scale that holds the check's thresholds. */
export function detectorOf({ detectorId, threshold, shippedThreshold }: HeartRateCheckRecord): Omit<DetectorMeta, "id"> {
  const known = DETECTORS.find(({ id }) => id === detectorId);
  if (known !== undefined) return known;
  const max = 2 * Math.max(threshold, shippedThreshold, 0.5);
  return {
    name: detectorId,
    sentence: "This detector is not part of this version of Isoline.",
    parameters: [],
    score: { label: "Score", min: 0, max, step: max / 1000, digits: 3 },
  };
}
