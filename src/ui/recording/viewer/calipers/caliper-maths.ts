import { BOUNDARIES, NOT_FOUND, type Delineation } from "../../../../ecg/delineation/delineation.ts";
import { firstFrom, nearestIndex } from "../../../shared/sorted-search.ts";

/** The two moments that are measured between, in seconds from the recording's start, in no order. */
export interface Calipers {
  readonly firstS: number;
  readonly secondS: number;
}

export type CaliperPart = "first" | "second" | "both";

/** What calipers are put on. */
export interface MeasuredLead {
  readonly samplesMv: Float32Array;
  readonly samplingRateHz: number;
  /** of the R peaks, ascending */
  readonly peakSample: Uint32Array;
  readonly delineation: Delineation;
}

export interface CaliperReading {
  /** from the earlier to the later moment */
  readonly intervalMs: number;
  /** null where both moments are one */
  readonly rateBpm: number | null;
  /** the later moment's value less the earlier's */
  readonly differenceMv: number;
}

export function readCalipers({ firstS, secondS }: Calipers, lead: Pick<MeasuredLead, "samplesMv" | "samplingRateHz">): CaliperReading {
  const [fromS, toS] = firstS <= secondS ? [firstS, secondS] : [secondS, firstS];
  const intervalMs = (toS - fromS) * 1000;
  return {
    intervalMs,
    rateBpm: intervalMs > 0 ? 60_000 / intervalMs : null,
    differenceMv: valueAt(lead, toS) - valueAt(lead, fromS),
  };
}

/** The sample nearest to a moment; of a moment outside the lead its first or last. */
export function valueAt({ samplesMv, samplingRateHz }: Pick<MeasuredLead, "samplesMv" | "samplingRateHz">, timeS: number): number {
  return samplesMv[heldInside(Math.round(timeS * samplingRateHz), samplesMv.length)];
}

/** The calipers with one of them, or both, moved to a moment within the recording; both keep their distance. `both` is placed by its first. */
export function moveCalipers(calipers: Calipers, part: CaliperPart, toS: number, durationS: number): Calipers {
  const held = Math.min(Math.max(toS, 0), durationS);
  if (part === "first") return { ...calipers, firstS: held };
  if (part === "second") return { ...calipers, secondS: held };
  const apartS = calipers.secondS - calipers.firstS;
  const firstS = Math.min(Math.max(toS, Math.max(0, -apartS)), durationS - Math.max(0, apartS));
  return { firstS, secondS: firstS + apartS };
}

/** Where calipers begin: on the picked beat and the next one, else on the first two beats in view, else in the strip's thirds. */
export function startCalipers({ peakSample, samplingRateHz }: Pick<MeasuredLead, "peakSample" | "samplingRateHz">, picked: number | null, span: { readonly fromS: number; readonly toS: number }): Calipers {
  const first = picked !== null && picked + 1 < peakSample.length ? picked : firstFrom(peakSample, span.fromS * samplingRateHz);
  const secondS = peakSample[first + 1] / samplingRateHz;
  if (first + 1 < peakSample.length && secondS <= span.toS) return { firstS: peakSample[first] / samplingRateHz, secondS };
  const third = (span.toS - span.fromS) / 3;
  return { firstS: span.fromS + third, secondS: span.fromS + 2 * third };
}

/**
 * The moment that a hand near `timeS` means: an R peak, else a boundary of a wave, else a peak or trough of the signal, the
 * nearest of its kind within `reachS`; else the sample under it. Always the time of a sample.
 */
export function snapTime(timeS: number, lead: MeasuredLead, reachS: number): number {
  const { samplesMv, samplingRateHz, peakSample, delineation } = lead;
  const at = timeS * samplingRateHz;
  const reach = reachS * samplingRateHz;
  const near = (sample: number) => Math.abs(sample - at) <= reach;
  const beat = nearestIndex(peakSample, at);
  if (beat !== null && near(peakSample[beat])) return peakSample[beat] / samplingRateHz;
  const marks = beat === null ? [] : boundariesAround(delineation, beat, peakSample.length).filter(near);
  const found = nearest(marks, at) ?? nearest(extremesWithin(samplesMv, Math.ceil(at - reach), Math.floor(at + reach)), at);
  return (found ?? heldInside(Math.round(at), samplesMv.length)) / samplingRateHz;
}

/** Of the beat nearest and its neighbours: a T wave may end nearer to the next R peak. */
function boundariesAround(delineation: Delineation, beat: number, count: number): number[] {
  const beats = [beat - 1, beat, beat + 1].filter((each) => each >= 0 && each < count);
  return BOUNDARIES.flatMap((boundary) => beats.map((each) => delineation[boundary][each])).filter((sample) => sample !== NOT_FOUND);
}

/** Samples higher or lower than all others between the bounds, and not at the bounds, where the signal may go on. */
function extremesWithin(samplesMv: Float32Array, from: number, to: number): number[] {
  const first = Math.max(from, 0);
  const last = Math.min(to, samplesMv.length - 1);
  let highest = first;
  let lowest = first;
  for (let i = first + 1; i <= last; i++) {
    if (samplesMv[i] > samplesMv[highest]) highest = i;
    if (samplesMv[i] < samplesMv[lowest]) lowest = i;
  }
  return [highest, lowest].filter((sample) => sample > first && sample < last);
}

function nearest(samples: readonly number[], at: number): number | null {
  return samples.reduce<number | null>((best, sample) => (best === null || Math.abs(sample - at) < Math.abs(best - at) ? sample : best), null);
}

function heldInside(sample: number, length: number): number {
  return Math.min(Math.max(sample, 0), length - 1);
}
