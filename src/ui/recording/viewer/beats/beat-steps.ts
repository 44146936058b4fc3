import type { BeatLabels } from "../../recording-view.ts";
import { firstFrom } from "../../../shared/sorted-search.ts";
import { isAbnormal } from "./beat-labels.ts";

export interface StepOptions {
  readonly peakSample: Uint32Array;
  readonly labels: Pick<BeatLabels, "current">;
  /** the beat picked; null: stepping begins at the edge of the strip */
  readonly from: number | null;
  /** of the strip, in samples */
  readonly inView: { readonly from: number; readonly to: number };
  readonly by: 1 | -1;
}

/** The beat before or after; null where there is none. */
export function stepBeat({ peakSample, from, inView, by }: Omit<StepOptions, "labels">): number | null {
  const next = from === null ? beforeEntering(peakSample, inView, by) + by : from + by;
  return next >= 0 && next < peakSample.length ? next : null;
}

/** The nearest beat that way that is not normal; null where there is none. */
export function stepAbnormal({ labels: { current }, ...options }: StepOptions): number | null {
  for (let beat = stepBeat(options); beat !== null && beat >= 0 && beat < current.length; beat += options.by) if (isAbnormal(current[beat])) return beat;
  return null;
}

function beforeEntering(peakSample: Uint32Array, { from, to }: StepOptions["inView"], by: 1 | -1): number {
  return by === 1 ? firstFrom(peakSample, from) - 1 : firstFrom(peakSample, to);
}
