import type { Lead } from "../../../ecg/recording/recording.ts";
import { rangeOf } from "../../beats/gallery/wave-path.ts";

const PREVIEW_S = 10;

/** Part of a lead to show before any check. */
export interface LeadPreview {
  readonly fromS: number;
  readonly toS: number;
  /** evenly over the part; at most two a pixel column */
  readonly points: Float32Array<ArrayBuffer>;
}

/** The first ten seconds that are usable throughout; where there are none, the first ten. */
export function leadPreview({ samplesMv, unusable }: Lead, samplingRateHz: number, columns: number): LeadPreview {
  const length = Math.min(Math.max(1, Math.round(PREVIEW_S * samplingRateHz)), samplesMv.length);
  let from = 0;
  for (const stretch of unusable) {
    if (stretch.from - from >= length) break;
    from = stretch.to;
  }
  if (from + length > samplesMv.length) from = 0;
  const part = samplesMv.slice(from, from + length);
  return { fromS: from / samplingRateHz, toS: (from + length) / samplingRateHz, points: drawnPoints(part, columns) };
}

/** The samples themselves, or where they are more than two a column, each column's extremes. */
function drawnPoints(samples: Float32Array<ArrayBuffer>, columns: number): Float32Array<ArrayBuffer> {
  if (samples.length <= 2 * columns) return samples;
  const points = new Float32Array(2 * columns);
  for (let column = 0; column < columns; column++) {
    const firstOf = (of: number) => Math.floor((of * samples.length) / columns);
    const { low, high } = rangeOf(samples.subarray(firstOf(column), firstOf(column + 1)));
    points.set([low, high], 2 * column);
  }
  return points;
}
