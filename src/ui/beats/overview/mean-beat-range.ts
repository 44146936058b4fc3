import type { ClassMean } from "../../../ecg/beats/class-means.ts";
import type { AmplitudeRange } from "../gallery/wave-path.ts";
import type { ClassSummary } from "./class-summaries.ts";

/** The upper and lower edge of a mean's band. */
export function bandEdges({ mean, deviation }: Pick<ClassMean, "mean" | "deviation">): { readonly upper: Float32Array; readonly lower: Float32Array } {
  return {
    upper: mean.map((value, i) => value + deviation[i]),
    lower: mean.map((value, i) => value - deviation[i]),
  };
}

/** Amplitudes that hold the bands of all classes, with a little room: the panels share it. */
export function sharedRange(summaries: readonly ClassSummary[]): AmplitudeRange {
  let low = Infinity;
  let high = -Infinity;
  for (const { truth, predicted } of summaries) {
    for (const side of [truth, predicted]) {
      if (side === null || side.mean === null) continue;
      const { upper, lower } = bandEdges(side.mean);
      low = lower.reduce((least, value) => Math.min(least, value), low);
      high = upper.reduce((most, value) => Math.max(most, value), high);
    }
  }
  if (low > high) return { low: 0, high: 1 };
  const room = (high - low) * 0.04 || 1;
  return { low: low - room, high: high + room };
}

/** Nearer to its ends a beat carries no mark: it would lie on the axis. */
const UNMARKED_SHARE = 0.12;

/** Where a mean beat carries its mark: at the highest sample of its middle. */
export function markedSample(mean: Float32Array): number {
  const first = Math.round(mean.length * UNMARKED_SHARE);
  let highest = first;
  for (let sample = first; sample < mean.length - first; sample++) if (mean[sample] > mean[highest]) highest = sample;
  return highest;
}
