import { quantile } from "../numeric/quantile.ts";
import { detectPeaks } from "../peaks/detect-peaks.ts";
import { butterworth } from "../signal/butterworth.ts";
import { zeroPhase } from "../signal/zero-phase.ts";

/** Of the average beat: what lies before and after the R peak. */
export const BEFORE_MS = 320;
export const AFTER_MS = 520;
/** The eight leads of which the other four are sums: I, II, V1 to V6. */
export const INDEPENDENT_LEADS = [0, 1, 6, 7, 8, 9, 10, 11] as const;

/** Slower than the heart: wander of the baseline. */
const WANDER_HZ = 0.5;
/** Beats that correlate as well with the most typical one are of its kind. */
const LIKENESS = 0.85;
/** How far a beat is moved to lie on the most typical one. */
const MOST_SHIFT_MS = 30;

export interface AverageBeat {
  /** one array a lead in the order given, mV; index `peak` is the R peak */
  readonly leads: readonly Float32Array<ArrayBuffer>[];
  readonly peak: number;
  readonly samplingRateHz: number;
  /** R peaks of all beats, samples, ascending */
  readonly peaks: Uint32Array<ArrayBuffer>;
  /** share of the whole beats that are of the average one's kind */
  readonly typicalShare: number;
  /** root mean square distance of those beats from their average, mV, over the independent leads */
  readonly spreadMv: number;
}

/**
 * The average beat of a twelve-lead ECG, as electrocardiographs measure on: R peaks on the leads' common magnitude, the
 * most typical beat, all beats like it moved onto it, and of them the median, sample by sample and lead by lead.
 * `leads` (mV) are the twelve in their order. Null where no whole beat is found.
 */
export function averageBeat(leads: readonly Float32Array[], samplingRateHz: number): AverageBeat | null {
  const steady = leads.map((lead) => zeroPhase(butterworth({ kind: "high-pass", edgeHz: WANDER_HZ }, { order: 2, samplingRateHz }), lead));
  const independent = INDEPENDENT_LEADS.map((lead) => steady[lead]);
  const peaks = detectPeaks(magnitude(independent), samplingRateHz);
  const before = Math.round((BEFORE_MS / 1000) * samplingRateHz);
  const length = before + Math.round((AFTER_MS / 1000) * samplingRateHz);
  const shift = Math.round((MOST_SHIFT_MS / 1000) * samplingRateHz);
  const starts = Array.from(peaks, (peak) => peak - before).filter((start) => start >= shift && start + length + shift <= leads[0].length);
  if (starts.length === 0) return null;

  const shapes = starts.map((start) => shapeAt(independent, start, length));
  const typical = mostTypical(shapes);
  const moved = starts.map((start, i) => (i === typical ? { start, likeness: 1 } : bestPlace(independent, start, { shape: shapes[typical], shift, length })));
  const kept = moved.filter(({ likeness }) => likeness >= LIKENESS).map(({ start }) => start);
  const average = steady.map((lead) => Float32Array.from({ length }, (_, i) => quantile(Float64Array.from(kept, (start) => lead[start + i]), 0.5)));
  return { leads: average, peak: before, samplingRateHz, peaks, typicalShare: kept.length / starts.length, spreadMv: spread(steady, average, kept) };
}

/** Root of the sum of squares over the leads. */
function magnitude(leads: readonly Float32Array[]): Float32Array {
  return leads[0].map((_, i) => Math.sqrt(leads.reduce((sum, lead) => sum + lead[i] ** 2, 0)));
}

/** The leads' stretches one after another, each without its mean, together of length 1. */
function shapeAt(leads: readonly Float32Array[], start: number, length: number): Float64Array {
  const shape = new Float64Array(leads.length * length);
  leads.forEach((lead, k) => {
    const stretch = lead.subarray(start, start + length);
    const mean = stretch.reduce((sum, value) => sum + value, 0) / length;
    stretch.forEach((value, i) => (shape[k * length + i] = value - mean));
  });
  const norm = Math.sqrt(dot(shape, shape)) || 1;
  return shape.map((value) => value / norm);
}

/** Index of the shape that is most like all of them. */
function mostTypical(shapes: readonly Float64Array[]): number {
  const sum = new Float64Array(shapes[0].length);
  for (const shape of shapes) shape.forEach((value, i) => (sum[i] += value));
  const likeness = shapes.map((shape) => dot(shape, sum));
  return likeness.indexOf(Math.max(...likeness));
}

interface Target {
  readonly shape: Float64Array;
  readonly shift: number;
  readonly length: number;
}

function bestPlace(leads: readonly Float32Array[], start: number, { shape, shift, length }: Target): { readonly start: number; readonly likeness: number } {
  let best = { start, likeness: -Infinity };
  for (let moved = start - shift; moved <= start + shift; moved++) {
    const likeness = dot(shapeAt(leads, moved, length), shape);
    if (likeness > best.likeness) best = { start: moved, likeness };
  }
  return best;
}

function spread(leads: readonly Float32Array[], average: readonly Float32Array[], starts: readonly number[]): number {
  let squares = 0;
  let count = 0;
  for (const lead of INDEPENDENT_LEADS) {
    for (const start of starts) {
      average[lead].forEach((value, i) => (squares += (leads[lead][start + i] - value) ** 2));
      count += average[lead].length;
    }
  }
  return Math.sqrt(squares / count);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
