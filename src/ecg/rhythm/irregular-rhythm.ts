import { AAMI } from "../beats/classes.ts";
import { LEAST_INTERVALS, sampleEntropyCoefficient } from "./irregularity.ts";
import { rhythmEvent, secondsBetween, spellDuration, type RhythmEvent } from "./rhythm-event.ts";
import type { RrSeries } from "./rr-series.ts";

export interface IrregularRhythmOptions {
  /** RR intervals that are looked at together */
  readonly windowIntervals: number;
  /** a higher coefficient of sample entropy is irregularly irregular */
  readonly entropyLimit: number;
  /** shorter stretches are joined with what lies around them, or dropped, in intervals */
  readonly leastIntervals: number;
}

/**
 * Lake and Moorman's windows of 12 intervals and limit of −1.4 find short bouts at the price of false ones. Windows four times
 * as long and a higher limit were chosen where atrial fibrillation is known: 9 of 10 strips with it in the training folds of
 * PTB-XL lie above −0.8, 95 % of those in sinus rhythm below −1.1, and on the training records (DS1) of the MIT-BIH Arrhythmia
 * Database a limit of −1 finds all of it, 88 % of what it finds being so. 24 intervals are somewhat less than the 30 s from
 * which on a strip shows atrial fibrillation (ESC guideline, Eur Heart J 45, 3314–3414, 2024).
 */
export const IRREGULAR_RHYTHM_DEFAULTS: IrregularRhythmOptions = { windowIntervals: 48, entropyLimit: -1, leastIntervals: 24 };

/** Windows begin at every so many intervals. */
const WINDOW_STEP = 4;
/** No window and no event reaches across a longer time without a counted interval. */
const LONGEST_GAP_S = 30;

/**
 * Stretches of irregularly irregular RR intervals, by the coefficient of sample entropy in windows of the intervals. Those
 * before and after ventricular beats are left out where the classes are known: ectopy is another kind of irregularity. A
 * recording with fewer intervals than a window is judged as a whole, one with fewer than `leastIntervals` not at all.
 */
export function findIrregularRhythm(rr: RrSeries, options: IrregularRhythmOptions): RhythmEvent[] {
  return pieces(rr).flatMap((piece) => {
    if (piece.length < Math.max(options.leastIntervals, LEAST_INTERVALS)) return [];
    const isIrregular = smoothed(irregularIntervals(Float64Array.from(piece, (i) => rr.intervalMs[i]), options), options.leastIntervals);
    return runsOf(isIrregular, 1).map(([from, to]) => {
      const intervals = piece.subarray(from, to);
      const firstBeat = rr.endBeat[intervals[0]] - 1;
      const lastBeat = rr.endBeat[intervals[intervals.length - 1]];
      const value = (60_000 * intervals.length) / intervals.reduce((sum, i) => sum + rr.intervalMs[i], 0);
      const duration = spellDuration(secondsBetween(rr, firstBeat, lastBeat));
      const sentence = `Irregularly irregular RR intervals for ${duration} at ${value.toFixed(0)}/min on average, as in atrial fibrillation; P waves decide.`;
      return rhythmEvent(rr, { kind: "irregular-rhythm", firstBeat, lastBeat, value, unit: "bpm", sentence });
    });
  });
}

/** The intervals that have no part in a ventricular beat, cut where too much time lies between two of them. */
function pieces({ classes, endBeat, peakSample, samplingRateHz }: RrSeries): Uint32Array[] {
  const kept = Uint32Array.from(endBeat.keys()).filter((i) => classes === null || (classes[endBeat[i]] !== AAMI.V && classes[endBeat[i] - 1] !== AAMI.V));
  const longestGap = LONGEST_GAP_S * samplingRateHz;
  const cut: Uint32Array[] = [];
  for (let from = 0, to = 1; from < kept.length; to++) {
    if (to < kept.length && peakSample[endBeat[kept[to]] - 1] - peakSample[endBeat[kept[to - 1]]] <= longestGap) continue;
    cut.push(kept.subarray(from, to));
    from = to;
  }
  return cut;
}

/** 1 for each interval whose surroundings are irregular: those of the window whose middle is nearest. */
function irregularIntervals(intervalMs: Float64Array, { windowIntervals, entropyLimit }: IrregularRhythmOptions): Uint8Array<ArrayBuffer> {
  const length = Math.min(windowIntervals, intervalMs.length);
  const lastStart = intervalMs.length - length;
  const isIrregular = new Uint8Array(intervalMs.length);
  for (let start = 0; ; start = Math.min(start + WINDOW_STEP, lastStart)) {
    const from = start === 0 ? 0 : start + ((length - WINDOW_STEP) >> 1);
    const to = start === lastStart ? intervalMs.length : start + ((length + WINDOW_STEP) >> 1);
    const entropy = sampleEntropyCoefficient(intervalMs.subarray(start, start + length));
    isIrregular.fill(entropy > entropyLimit ? 1 : 0, from, to);
    if (start === lastStart) return isIrregular;
  }
}

/** Fills gaps shorter than `least` between irregular stretches, then drops stretches that are shorter. */
function smoothed(isIrregular: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const filled = isIrregular.slice();
  for (const [from, to] of runsOf(isIrregular, 0)) if (from > 0 && to < filled.length && to - from < least) filled.fill(1, from, to);
  const kept = filled.slice();
  for (const [from, to] of runsOf(filled, 1)) if (to - from < least) kept.fill(0, from, to);
  return kept;
}

/** Runs of a value, each from its first place up to and without the second number. */
function runsOf(values: Uint8Array, value: number): (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = [];
  for (let from = values.indexOf(value); from >= 0; ) {
    let to = from + 1;
    while (to < values.length && values[to] === value) to++;
    runs.push([from, to]);
    from = values.indexOf(value, to);
  }
  return runs;
}
