import { intervalKind, intervalTimeS, type IntervalKind } from "../../../ecg/rhythm/tachogram.ts";
import type { RrSeries } from "../../../ecg/rhythm/rr-series.ts";
import { formatClock, formatFixed } from "../../shared/format.ts";

export const KIND_WORDS: Readonly<Record<IntervalKind, string>> = {
  nn: "NN",
  ectopic: "beside an ectopic beat",
  outlier: "over 20 % off the interval before",
};

/** An interval in words; `code` is the class of the beat that ends it. */
export function intervalWords(rr: RrSeries, interval: number, code: string): string {
  const ms = rr.intervalMs[interval];
  return `${formatClock(intervalTimeS(rr, interval))}: RR ${formatFixed(ms, 0)} ms, ${formatFixed(60_000 / ms, 0)}/min, beat ${code}; ${KIND_WORDS[intervalKind(rr, interval)]}`;
}
