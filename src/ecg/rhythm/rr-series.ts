import { AAMI } from "../beats/classes.ts";
import type { Stretch } from "../recording/merge-stretches.ts";
import { UNLABELLED } from "../table.ts";

export interface RrOptions {
  readonly samplingRateHz: number;
  /** where no beats can be told, ascending and disjoint: unusable stretches of the lead, ventricular flutter */
  readonly unusable?: readonly Stretch[];
  /** one index into CLASSES.aami or UNLABELLED per peak; null where nobody classified the beats */
  readonly classes?: Uint8Array | null;
}

/** The RR intervals of a recording: those between neighbouring R peaks with nothing unusable between them. */
export interface RrSeries {
  /** of each R peak, ascending */
  readonly peakSample: Uint32Array;
  readonly samplingRateHz: number;
  readonly classes: Uint8Array | null;
  /** per interval the index of the peak that ends it; the peak before begins it */
  readonly endBeat: Uint32Array<ArrayBuffer>;
  readonly intervalMs: Float64Array<ArrayBuffer>;
  /** 1 for an NN interval, between two normal beats; 0 where either is ectopic or the interval is marked as an outlier */
  readonly isNormal: Uint8Array<ArrayBuffer>;
}

/** A shorter stretch hides no beat: a QRS complex lasts 80 ms and more. Clipped R peaks would cost every interval otherwise. */
const HIDING_MS = 80;

/** M. Malik et al., Eur Heart J 10, 1060–1074 (1989): an interval that differs by more than a fifth from the one before is not NN. */
const MALIK_SHARE = 0.2;

/**
 * RR intervals in ms. One that crosses an unusable stretch is left out. NN intervals are those between beats that nobody
 * classified as S, V, F or Q and that pass Malik's rule: at most 20 % off the interval before, the last one that the
 * classes leave as NN. The rule also marks missed and false peaks; and most intervals of atrial fibrillation, where there
 * are no NN intervals. Throws a RangeError unless the peaks ascend and there are as many classes as peaks.
 */
export function rrSeries(peakSample: Uint32Array, { samplingRateHz, unusable = [], classes = null }: RrOptions): RrSeries {
  if (!(samplingRateHz > 0)) throw new RangeError(`A sampling rate is above 0, not ${samplingRateHz} Hz.`);
  if (peakSample.some((sample, beat) => beat > 0 && sample <= peakSample[beat - 1])) throw new RangeError("R peaks must ascend.");
  if (classes !== null && classes.length !== peakSample.length) {
    throw new RangeError(`There are ${classes.length} classes for ${peakSample.length} R peaks.`);
  }
  const endBeat = countedIntervals(peakSample, unusable.filter(({ from, to }) => (to - from) * 1000 >= HIDING_MS * samplingRateHz));
  const intervalMs = Float64Array.from(endBeat, (beat) => ((peakSample[beat] - peakSample[beat - 1]) * 1000) / samplingRateHz);
  return { peakSample, samplingRateHz, classes, endBeat, intervalMs, isNormal: markNormal(intervalMs, endBeat, classes) };
}

/** Instantaneous heart rate in beats per minute, one per interval: 60 / RR. */
export function instantaneousRate({ intervalMs }: Pick<RrSeries, "intervalMs">): Float64Array<ArrayBuffer> {
  return intervalMs.map((ms) => 60_000 / ms);
}

/** The interval in ms before each beat; 0 where none is counted. */
export function intervalBeforeBeat({ peakSample, endBeat, intervalMs }: RrSeries): Float64Array<ArrayBuffer> {
  const before = new Float64Array(peakSample.length);
  endBeat.forEach((beat, i) => (before[beat] = intervalMs[i]));
  return before;
}

/** The peaks that end an interval without a stretch between them and the peak before. */
function countedIntervals(peakSample: Uint32Array, stretches: readonly Stretch[]): Uint32Array<ArrayBuffer> {
  const counted = new Uint32Array(Math.max(0, peakSample.length - 1));
  let count = 0;
  for (let beat = 1, next = 0; beat < peakSample.length; beat++) {
    while (next < stretches.length && stretches[next].to <= peakSample[beat - 1]) next++;
    const isCrossing = next < stretches.length && stretches[next].from <= peakSample[beat];
    if (!isCrossing) counted[count++] = beat;
  }
  return counted.slice(0, count);
}

function markNormal(intervalMs: Float64Array, endBeat: Uint32Array, classes: Uint8Array | null): Uint8Array<ArrayBuffer> {
  const isEctopic = (beat: number) => classes !== null && classes[beat] !== AAMI.N && classes[beat] !== UNLABELLED;
  const isNormal = new Uint8Array(intervalMs.length);
  let before: number | null = null;
  for (let i = 0; i < intervalMs.length; i++) {
    if (isEctopic(endBeat[i]) || isEctopic(endBeat[i] - 1)) continue;
    isNormal[i] = before === null || Math.abs(intervalMs[i] - before) <= MALIK_SHARE * before ? 1 : 0;
    before = intervalMs[i];
  }
  return isNormal;
}
