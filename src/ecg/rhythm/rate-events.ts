import { rhythmEvent, secondsBetween, spellDuration, type RhythmEvent } from "./rhythm-event.ts";
import type { RrSeries } from "./rr-series.ts";

export interface RateEventOptions {
  /** a longer RR interval is a pause */
  readonly pauseS: number;
  /** the mean rate of so many RR intervals in a row counts */
  readonly rateIntervals: number;
  /** a mean rate above is tachycardia */
  readonly tachycardiaBpm: number;
  /** a mean rate below is bradycardia */
  readonly bradycardiaBpm: number;
}

/**
 * Tachycardia as in the guideline for supraventricular tachycardia (Circulation 133, e506–e574, 2016), bradycardia as in that
 * for bradycardia (Circulation 140, e382–e482, 2019). Eight intervals smooth over a premature beat and its pause.
 */
export const RATE_EVENT_DEFAULTS: RateEventOptions = { pauseS: 2, rateIntervals: 8, tachycardiaBpm: 100, bradycardiaBpm: 50 };

/** RR intervals above the limit, each an event. One across an unusable stretch is no pause: it may hide beats. */
export function findPauses(rr: RrSeries, { pauseS }: RateEventOptions): RhythmEvent[] {
  return Array.from(rr.endBeat).flatMap((beat, i) => {
    const value = rr.intervalMs[i] / 1000;
    if (value <= pauseS) return [];
    return [rhythmEvent(rr, { kind: "pause", firstBeat: beat - 1, lastBeat: beat, value, unit: "s", sentence: `Pause of ${value.toFixed(2)} s between two beats.` })];
  });
}

/**
 * Stretches whose rate lies beyond a limit: those of `rateIntervals` counted intervals in a row with such a mean rate, joined
 * where no more than as many intervals lie between them. The value is the highest, or lowest, of these mean rates.
 */
export function findRateEvents(rr: RrSeries, options: RateEventOptions): RhythmEvent[] {
  const { rateIntervals, tachycardiaBpm, bradycardiaBpm } = options;
  return [
    ...findBeyond(rr, rateIntervals, (rateBpm) => rateBpm > tachycardiaBpm).map(({ firstBeat, lastBeat, highestBpm }) =>
      rhythmEvent(rr, {
        kind: "tachycardia", firstBeat, lastBeat, value: highestBpm, unit: "bpm",
        sentence: `Tachycardia for ${spellDuration(secondsBetween(rr, firstBeat, lastBeat))}, up to ${highestBpm.toFixed(0)}/min over ${rateIntervals + 1} beats.`,
      }),
    ),
    ...findBeyond(rr, rateIntervals, (rateBpm) => rateBpm < bradycardiaBpm).map(({ firstBeat, lastBeat, lowestBpm }) =>
      rhythmEvent(rr, {
        kind: "bradycardia", firstBeat, lastBeat, value: lowestBpm, unit: "bpm",
        sentence: `Bradycardia for ${spellDuration(secondsBetween(rr, firstBeat, lastBeat))}, down to ${lowestBpm.toFixed(0)}/min over ${rateIntervals + 1} beats.`,
      }),
    ),
  ];
}

interface RateStretch {
  readonly firstBeat: number;
  /** and the index of the interval that it ends */
  readonly lastBeat: number;
  readonly lastInterval: number;
  readonly lowestBpm: number;
  readonly highestBpm: number;
}

function findBeyond({ endBeat, peakSample, samplingRateHz }: RrSeries, intervals: number, isBeyond: (rateBpm: number) => boolean): RateStretch[] {
  const stretches: RateStretch[] = [];
  for (let last = intervals - 1; last < endBeat.length; last++) {
    const lastBeat = endBeat[last];
    const firstBeat = endBeat[last - intervals + 1] - 1;
    if (lastBeat - firstBeat !== intervals) continue;
    const rateBpm = (60 * intervals * samplingRateHz) / (peakSample[lastBeat] - peakSample[firstBeat]);
    if (!isBeyond(rateBpm)) continue;
    const before = stretches.at(-1);
    const isJoined = before !== undefined && firstBeat - before.lastBeat <= intervals && lastBeat - before.lastBeat === last - before.lastInterval;
    if (isJoined) {
      stretches[stretches.length - 1] = {
        firstBeat: before.firstBeat,
        lastBeat,
        lastInterval: last,
        lowestBpm: Math.min(before.lowestBpm, rateBpm),
        highestBpm: Math.max(before.highestBpm, rateBpm),
      };
    } else stretches.push({ firstBeat, lastBeat, lastInterval: last, lowestBpm: rateBpm, highestBpm: rateBpm });
  }
  return stretches;
}
