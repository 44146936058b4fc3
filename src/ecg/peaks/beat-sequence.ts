import type { QrsCandidates } from "./qrs-candidates.ts";

/** A wave this high, as a share of the level around, is as likely a beat as not, all else left aside. */
const EVEN_HEIGHT = 0.3;
/** What a wave's height says at most for it, in natural logarithms: an artefact is no better a beat for being huge. */
const MOST_FOR_HEIGHT = 1;
/** Sooner after a beat than this a T wave is likely, the more so the lower it is beside the beat. */
const T_WAVE = { untilS: 0.36, weight: 2.5, alikeFrom: 0.7 };
/** Shares of the usual RR interval under which a beat is early, and over which one seems to be missing. */
const EARLY = { below: 0.5, weight: 0.6 };
const MISSING = { above: 1.3, weight: 1.4, most: 1 };
/** From this share on a gap is all that counts against it: how long a pause lasts is up to the heart. */
const MOST_MISSING = MISSING.above * Math.exp(MISSING.most / MISSING.weight);
/** Waves that are beats for the usual RR interval's sake: surely so, and no T waves. */
const CLEAR = { height: 0.45, apartS: 0.3 };
const RR_AROUND = 5;
const USUAL_RR_S = { least: 0.3, unknown: 0.8, most: 1.5 };
/** Waves before one that are tried as the beat before it. */
const REACH = 40;

/**
 * Chooses the beats among the candidates: the sequence with the highest sum of what each wave's height says for it and
 * its distance from the beat before against it, found by dynamic programming. Searching back after a pause and telling T
 * waves apart, rules of their own in Pan and Tompkins' detector, follow from this sum, with what comes later known as well.
 * Returns the samples of the beats, ascending. `samples` is the signal's length.
 */
export function beatSequence(candidates: QrsCandidates, samples: number, samplingRateHz: number): Uint32Array<ArrayBuffer> {
  const { at, height } = candidates;
  const usualRr = usualIntervals(candidates, samplingRateHz);
  const sum = new Float64Array(at.length);
  const before = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) {
    let best = -againstGap(at[i] / usualRr[i]);
    before[i] = -1;
    for (let j = i - 1; j >= Math.max(0, i - REACH); j--) {
      const apart = at[i] - at[j];
      const likeness = height[i] < height[j] ? height[i] / height[j] : height[j] / height[i];
      const total = sum[j] - againstTWave(apart / samplingRateHz, likeness) - againstInterval(apart / usualRr[i]);
      if (total <= best) continue;
      best = total;
      before[i] = j;
    }
    sum[i] = best + Math.min(MOST_FOR_HEIGHT, Math.log(height[i] / EVEN_HEIGHT));
  }
  return Uint32Array.from(followBack(before, lastBeat(sum, (i) => againstGap((samples - at[i]) / usualRr[i]))), (i) => at[i]);
}

function againstTWave(apartS: number, likeness: number): number {
  return apartS < T_WAVE.untilS ? T_WAVE.weight * (1 - apartS / T_WAVE.untilS + Math.max(0, T_WAVE.alikeFrom - likeness)) : 0;
}

/** `share` of the usual RR interval. */
function againstInterval(share: number): number {
  return share < EARLY.below ? EARLY.weight * (1 - share / EARLY.below) : againstGap(share);
}

function againstGap(share: number): number {
  if (share <= MISSING.above) return 0;
  return share >= MOST_MISSING ? MISSING.most : MISSING.weight * Math.log(share / MISSING.above);
}

/** The best end of a sequence: no beat (−1) where none is worth its cost. */
function lastBeat(sum: Float64Array, against: (i: number) => number): number {
  let best = 0;
  let last = -1;
  for (let i = Math.max(0, sum.length - REACH); i < sum.length; i++) {
    const total = sum[i] - against(i);
    if (total <= best) continue;
    best = total;
    last = i;
  }
  return last;
}

function followBack(before: Int32Array, last: number): number[] {
  const beats: number[] = [];
  for (let i = last; i >= 0; i = before[i]) beats.push(i);
  return beats.reverse();
}

/** The median RR interval of the clear beats around each candidate, in samples. */
function usualIntervals({ at, height }: QrsCandidates, samplingRateHz: number): Float64Array {
  const clear: number[] = [];
  for (let i = 0; i < at.length; i++) {
    if (height[i] < CLEAR.height) continue;
    const last = clear.length - 1;
    if (last < 0 || at[i] - at[clear[last]] >= CLEAR.apartS * samplingRateHz) clear.push(i);
    else if (height[i] > height[clear[last]]) clear[last] = i;
  }
  const usual = new Float64Array(at.length);
  let i = 0;
  for (let next = 0; next <= clear.length; next++) {
    const around = clear.slice(Math.max(0, next - RR_AROUND - 1), next + RR_AROUND + 1).map((beat) => at[beat]);
    const interval = clampedMedian(around, samplingRateHz);
    for (const end = next < clear.length ? clear[next] : at.length; i < end; i++) usual[i] = interval;
  }
  return usual;
}

function clampedMedian(beats: readonly number[], samplingRateHz: number): number {
  const intervals = Float64Array.from(beats.slice(1), (beat, i) => beat - beats[i]).sort();
  const middle = intervals.length === 0 ? USUAL_RR_S.unknown * samplingRateHz : intervals[intervals.length >> 1];
  return Math.min(Math.max(middle, USUAL_RR_S.least * samplingRateHz), USUAL_RR_S.most * samplingRateHz);
}
