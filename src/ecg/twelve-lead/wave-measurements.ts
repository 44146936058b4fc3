import { resample } from "../signal/resample.ts";
import { INDEPENDENT_LEADS, type AverageBeat } from "./average-beat.ts";

/** The average beat is measured at this rate, so that durations have steps of 2 ms. */
const RATE_HZ = 500;
/** QRS lasts while the leads together move faster than this share of their fastest. */
const QRS_SPEED_SHARE = 0.08;
/** Slower for as long ends it. */
const QUIET_MS = 12;
const LONGEST_BEFORE_PEAK_MS = 140;
const LONGEST_AFTER_PEAK_MS = 180;
/** A deflection under this is none, as in the Minnesota code's Q waves of 0.025 mV and more. */
const LEAST_DEFLECTION_MV = 0.025;

/** Of one lead; amplitudes in mV from the level just before QRS, depths positive. */
export interface WaveMeasurements {
  /** depth of the first negative wave before the R peak, and how long it lasts */
  readonly qMv: number;
  readonly qMs: number;
  readonly rMv: number;
  /** depth of the deepest negative wave after the R peak, and height of what follows it within QRS */
  readonly sMv: number;
  readonly secondRMv: number;
  /** from the onset of QRS to the R peak */
  readonly rPeakMs: number;
  /** mV·ms over QRS, and over the ST segment and T wave */
  readonly qrsArea: number;
  readonly tArea: number;
  readonly jMv: number;
  /** 60 ms after the J point, and from there another 40 ms on minus J */
  readonly stMv: number;
  readonly stRiseMv: number;
  readonly tHighestMv: number;
  readonly tLowestMv: number;
  readonly pHighestMv: number;
  readonly pLowestMv: number;
}

export interface BeatMeasurements {
  readonly qrsMs: number;
  /** TWELVE_LEADS in their order */
  readonly leads: readonly WaveMeasurements[];
}

/** The waves of an average beat, with one onset and one end of QRS for all leads (from their common speed). */
export function measureBeat({ leads, peak, samplingRateHz }: Pick<AverageBeat, "leads" | "peak" | "samplingRateHz">): BeatMeasurements {
  const fine = leads.map((lead) => resample(lead, { samplingRateHz, targetRateHz: RATE_HZ }));
  const at = Math.round((peak * RATE_HZ) / samplingRateHz);
  const { onset, end } = qrsEdges(fine, at);
  return { qrsMs: toMs(end - onset), leads: fine.map((lead) => measureLead(lead, onset, end)) };
}

const toMs = (samples: number): number => (samples * 1000) / RATE_HZ;
const toSamples = (ms: number): number => Math.round((ms / 1000) * RATE_HZ);

function qrsEdges(leads: readonly Float32Array[], peak: number): { readonly onset: number; readonly end: number } {
  const { length } = leads[0];
  const reach = toSamples(6);
  const speed = Float64Array.from({ length }, (_, i) => {
    const [from, to] = [Math.max(0, i - reach), Math.min(length - 1, i + reach)];
    return Math.sqrt(INDEPENDENT_LEADS.reduce<number>((sum, lead) => sum + (leads[lead][to] - leads[lead][from]) ** 2, 0));
  });
  const from = Math.max(0, peak - toSamples(LONGEST_BEFORE_PEAK_MS));
  const to = Math.min(length - 1, peak + toSamples(LONGEST_AFTER_PEAK_MS));
  const limit = QRS_SPEED_SHARE * Math.max(...speed.subarray(from, to));
  const edge = (step: -1 | 1, last: number) => {
    let quiet = 0;
    for (let i = peak + step * toSamples(20); step * (last - i) > 0; i += step) {
      quiet = speed[i] < limit ? quiet + 1 : 0;
      if (quiet >= toSamples(QUIET_MS)) return i - step * quiet;
    }
    return last;
  };
  return { onset: edge(-1, from), end: edge(1, to) };
}

function measureLead(lead: Float32Array, onset: number, end: number): WaveMeasurements {
  const level = mean(lead.subarray(Math.max(0, onset - toSamples(20)), onset + 1));
  const value = (i: number) => lead[Math.min(Math.max(i, 0), lead.length - 1)] - level;
  const tFrom = end + toSamples(60);
  const tTo = lead.length;
  const pTo = onset - toSamples(20);
  const pFrom = Math.max(0, onset - toSamples(220));
  const r = highest(value, onset, end + 1);
  const s = lowest(value, r.at, end + 1);
  const q = lowest(value, onset, r.at + 1);
  return {
    qMv: Math.max(0, -q.value),
    qMs: toMs(count(onset, r.at, (i) => value(i) < -LEAST_DEFLECTION_MV)),
    rMv: Math.max(0, r.value),
    sMv: Math.max(0, -s.value),
    secondRMv: Math.max(0, highest(value, s.at, end + 1).value - Math.max(0, value(end))),
    rPeakMs: toMs(r.at - onset),
    qrsArea: toMs(sum(value, onset, end + 1)),
    tArea: toMs(sum(value, tFrom, tTo)),
    jMv: value(end),
    stMv: value(tFrom),
    stRiseMv: value(end + toSamples(100)) - value(end),
    tHighestMv: highest(value, tFrom, tTo).value,
    tLowestMv: lowest(value, tFrom, tTo).value,
    pHighestMv: highest(value, pFrom, pTo).value,
    pLowestMv: lowest(value, pFrom, pTo).value,
  };
}

interface Extreme {
  readonly value: number;
  readonly at: number;
}

function highest(value: (i: number) => number, from: number, to: number): Extreme {
  let best: Extreme = { value: value(from), at: from };
  for (let i = from + 1; i < to; i++) if (value(i) > best.value) best = { value: value(i), at: i };
  return best;
}

function lowest(value: (i: number) => number, from: number, to: number): Extreme {
  const { value: depth, at } = highest((i) => -value(i), from, to);
  return { value: -depth, at };
}

function sum(value: (i: number) => number, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += value(i);
  return total;
}

function count(from: number, to: number, holds: (i: number) => boolean): number {
  let found = 0;
  for (let i = from; i < to; i++) if (holds(i)) found++;
  return found;
}

function mean(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
