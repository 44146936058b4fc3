import { AAMI } from "../beats/classes.ts";
import { UNLABELLED } from "../table.ts";
import type { RrSeries } from "./rr-series.ts";

/** nn: between normal beats; ectopic: before or after a beat of another class; outlier: too far off the interval before. */
export const INTERVAL_KINDS = ["nn", "ectopic", "outlier"] as const;
export type IntervalKind = (typeof INTERVAL_KINDS)[number];

/** A part of the recording, and in how many columns of pixels it is drawn. */
export interface TachogramWindow {
  readonly fromS: number;
  readonly toS: number;
  readonly columns: number;
}

/** Why an interval is NN or not. */
export function intervalKind({ classes, endBeat, isNormal }: RrSeries, interval: number): IntervalKind {
  if (isNormal[interval] === 1) return "nn";
  const isEctopic = (beat: number) => classes !== null && classes[beat] !== AAMI.N && classes[beat] !== UNLABELLED;
  return isEctopic(endBeat[interval]) || isEctopic(endBeat[interval] - 1) ? "ectopic" : "outlier";
}

/** When the beat comes that ends an interval. */
export function intervalTimeS({ peakSample, endBeat, samplingRateHz }: RrSeries, interval: number): number {
  return peakSample[endBeat[interval]] / samplingRateHz;
}

/**
 * The intervals to draw, as indices in the order of time: of each kind the shortest and the longest in every column, so that
 * no extreme is lost. An interval lies where the beat is that ends it.
 */
export function tachogram(rr: RrSeries, { fromS, toS, columns }: TachogramWindow): Readonly<Record<IntervalKind, Uint32Array<ArrayBuffer>>> {
  const { endBeat, intervalMs } = rr;
  const drawn: Record<IntervalKind, number[]> = { nn: [], ectopic: [], outlier: [] };
  const extremes = new Map<IntervalKind, readonly [shortest: number, longest: number]>();
  const finishColumn = () => {
    for (const [kind, pair] of extremes) drawn[kind].push(...new Set(pair[0] < pair[1] ? pair : [pair[1], pair[0]]));
    extremes.clear();
  };
  let column = -1;
  for (let i = firstIntervalFrom(rr, fromS); i < endBeat.length; i++) {
    const timeS = intervalTimeS(rr, i);
    if (timeS > toS) break;
    const own = Math.min(columns - 1, Math.floor(((timeS - fromS) / (toS - fromS)) * columns));
    if (own !== column) finishColumn();
    column = own;
    const kind = intervalKind(rr, i);
    const [shortest, longest] = extremes.get(kind) ?? [i, i];
    extremes.set(kind, [intervalMs[i] < intervalMs[shortest] ? i : shortest, intervalMs[i] > intervalMs[longest] ? i : longest]);
  }
  finishColumn();
  return { nn: Uint32Array.from(drawn.nn), ectopic: Uint32Array.from(drawn.ectopic), outlier: Uint32Array.from(drawn.outlier) };
}

/** Index of the first interval that ends at a time or later; their number where none does. */
export function firstIntervalFrom(rr: RrSeries, timeS: number): number {
  let low = 0;
  let high = rr.endBeat.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (intervalTimeS(rr, middle) < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}
