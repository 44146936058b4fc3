import { intervalKind, intervalTimeS, type IntervalKind } from "../../../ecg/rhythm/tachogram.ts";
import type { PoincarePairs } from "../../../ecg/rhythm/poincare.ts";
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

/** A pair of RR intervals in words, at the beat that they share. */
export function pairWords({ beat, intervalMs, nextMs, isNormal }: PoincarePairs, pair: number, { peakSample, samplingRateHz }: RrSeries): string {
  const ms = (value: number) => `${formatFixed(value, 0)} ms`;
  return `${formatClock(peakSample[beat[pair]] / samplingRateHz)}: RR ${ms(intervalMs[pair])}, then ${ms(nextMs[pair])}; ${isNormal[pair] === 1 ? "both NN" : "not both NN"}`;
}
