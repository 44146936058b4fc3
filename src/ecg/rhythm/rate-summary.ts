import { RATE_EVENT_DEFAULTS } from "./rate-events.ts";
import type { RrSeries } from "./rr-series.ts";

/** A mean rate over RR intervals in a row, and the beats they lie between. */
export interface RateExtreme {
  readonly rateBpm: number;
  readonly firstBeat: number;
  readonly lastBeat: number;
}

/** Null where there are too few intervals. */
export interface RateSummary {
  /** 60 / mean of all counted RR intervals, those of ectopic beats too */
  readonly meanBpm: number | null;
  readonly slowest: RateExtreme | null;
  readonly fastest: RateExtreme | null;
}

/** Mean, lowest and highest heart rate; the extremes over `intervals` counted RR intervals in a row, as the rate events are. The first of equals. */
export function rateSummary({ peakSample, endBeat, intervalMs, samplingRateHz }: RrSeries, intervals = RATE_EVENT_DEFAULTS.rateIntervals): RateSummary {
  let slowest: RateExtreme | null = null;
  let fastest: RateExtreme | null = null;
  for (let last = intervals - 1; last < endBeat.length; last++) {
    const lastBeat = endBeat[last];
    const firstBeat = endBeat[last - intervals + 1] - 1;
    if (lastBeat - firstBeat !== intervals) continue;
    const rateBpm = (60 * intervals * samplingRateHz) / (peakSample[lastBeat] - peakSample[firstBeat]);
    if (slowest === null || rateBpm < slowest.rateBpm) slowest = { rateBpm, firstBeat, lastBeat };
    if (fastest === null || rateBpm > fastest.rateBpm) fastest = { rateBpm, firstBeat, lastBeat };
  }
  const totalMs = intervalMs.reduce((sum, ms) => sum + ms, 0);
  return { meanBpm: totalMs === 0 ? null : (60_000 * intervalMs.length) / totalMs, slowest, fastest };
}
