import { rollingMedian, rollingQuantiles } from "../../ecg/numeric/rolling-median.ts";
import { rrSeries } from "../../ecg/rhythm/rr-series.ts";
import type { LeadBeats } from "../recording-model.ts";

/**
 * What is said of the RR intervals about a beat: ln of the ratio of two of them or of one to what is usual, so that half
 * and double are as far from 0; and how irregular the rhythm is, since in atrial fibrillation an early beat means little.
 * "Usual" is the median of 17 intervals, of 121 and of 1201, "long" the upper quartile of 17 and of 61: among many early
 * beats the median is an early one.
 */
export const RR_FEATURES = [
  "before / usual", "after / usual", "before / usual of minutes", "after / usual of minutes", "before / usual of a quarter hour", "after / usual of a quarter hour",
  "one earlier / usual", "two earlier / usual", "one later / usual", "two later / usual",
  "both / two usual", "before / after", "before / one earlier", "before in usual changes", "share of shorter",
  "usual change", "usual change of minutes",
  "before / long", "after / long", "before / long of a minute", "before / mean of eight earlier", "short / long", "short / long of a minute",
] as const;

/** Intervals that medians and quartiles are taken over, centred on the one before the beat. */
const USUAL = { local: 17, minutes: 121, quarterHour: 1201 } as const;
const QUARTILES = { local: 17, minute: 61, at: [0.25, 0.75] } as const;
const EARLIER = 8;
/** Of the interval: no rhythm is taken to be steadier. */
const LEAST_CHANGE = 0.02;
const MOST_CHANGES = 10;
/** A ratio beyond it says no more. */
const MOST_RATIO = 3;

/** count × RR_FEATURES.length. An interval that is not known (before the first beat, across an unusable stretch) is taken to be as usual. */
export function rrContext(beats: LeadBeats): Float32Array<ArrayBuffer> {
  const count = beats.peakSample.length;
  const features = new Float32Array(count * RR_FEATURES.length);
  const known = knownIntervals(beats);
  if (known === null) return features;
  const { before, usual } = known;
  const ofMinutes = rollingMedian(before, USUAL.minutes);
  const ofQuarterHour = rollingMedian(before, USUAL.quarterHour);
  const change = before.map((interval, beat) => Math.abs(interval - before[Math.max(0, beat - 1)]) / usual[beat]);
  const usualChange = rollingMedian(change, USUAL.local);
  const usualChangeOfMinutes = rollingMedian(change, USUAL.minutes);
  const [short, long] = rollingQuantiles(before, QUARTILES.local, QUARTILES.at);
  const [shortOfMinute, longOfMinute] = rollingQuantiles(before, QUARTILES.minute, QUARTILES.at);
  for (let beat = 0; beat < count; beat++) {
    const toUsual = (offset: number) => (beat + offset >= 1 && beat + offset < count ? logRatio(before[beat + offset], usual[beat]) : 0);
    const own = before[beat];
    const after = beat + 1 < count ? before[beat + 1] : usual[beat];
    const values: Record<(typeof RR_FEATURES)[number], number> = {
      "before / usual": toUsual(0),
      "after / usual": toUsual(1),
      "before / usual of minutes": logRatio(own, ofMinutes[beat]),
      "after / usual of minutes": logRatio(after, ofMinutes[beat]),
      "before / usual of a quarter hour": logRatio(own, ofQuarterHour[beat]),
      "after / usual of a quarter hour": logRatio(after, ofQuarterHour[beat]),
      "one earlier / usual": toUsual(-1),
      "two earlier / usual": toUsual(-2),
      "one later / usual": toUsual(2),
      "two later / usual": toUsual(3),
      "both / two usual": logRatio(own + after, 2 * usual[beat]),
      "before / after": logRatio(own, after),
      "before / one earlier": logRatio(own, before[Math.max(0, beat - 1)]),
      "before in usual changes": clamp((own / usual[beat] - 1) / (LEAST_CHANGE + usualChange[beat]) / MOST_CHANGES),
      "share of shorter": shareOfShorter(before, beat),
      "usual change": usualChange[beat],
      "usual change of minutes": usualChangeOfMinutes[beat],
      "before / long": logRatio(own, long[beat]),
      "after / long": logRatio(after, long[beat]),
      "before / long of a minute": logRatio(own, longOfMinute[beat]),
      "before / mean of eight earlier": logRatio(own, meanOfEarlier(before, beat)),
      "short / long": logRatio(short[beat], long[beat]),
      "short / long of a minute": logRatio(shortOfMinute[beat], longOfMinute[beat]),
    };
    features.set(RR_FEATURES.map((name) => values[name]), beat * RR_FEATURES.length);
  }
  return features;
}

/** The interval before each beat and the median about it, in ms; null where no interval is known. */
function knownIntervals({ lead, samplingRateHz, peakSample }: LeadBeats): { before: Float64Array; usual: Float64Array } | null {
  const { endBeat, intervalMs } = rrSeries(peakSample, { samplingRateHz, unusable: lead.unusable });
  if (endBeat.length === 0) return null;
  const medians = rollingMedian(intervalMs, USUAL.local);
  const before = new Float64Array(peakSample.length);
  const usual = new Float64Array(peakSample.length);
  for (let beat = 0, next = 0; beat < peakSample.length; beat++) {
    while (next < endBeat.length - 1 && endBeat[next] < beat) next++;
    usual[beat] = medians[next];
    before[beat] = endBeat[next] === beat ? intervalMs[next] : usual[beat];
  }
  return { before, usual };
}

function shareOfShorter(before: Float64Array, beat: number): number {
  const half = (USUAL.local - 1) / 2;
  const [from, to] = [Math.max(0, beat - half), Math.min(before.length, beat + half + 1)];
  let shorter = 0;
  for (let i = from; i < to; i++) if (before[i] < before[beat]) shorter++;
  return shorter / (to - from);
}

function meanOfEarlier(before: Float64Array, beat: number): number {
  const earlier = before.subarray(Math.max(0, beat - EARLIER), beat);
  return earlier.length === 0 ? before[beat] : earlier.reduce((sum, interval) => sum + interval, 0) / earlier.length;
}

function logRatio(a: number, b: number): number {
  return Math.log(Math.min(MOST_RATIO, Math.max(1 / MOST_RATIO, a / b)));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
