import { CLASSES } from "../beats/classes.ts";
import { rrSeries, type RrOptions, type RrSeries } from "./rr-series.ts";

/** R peaks at 1000 Hz: the first at `startMs`, each next one after an interval. */
export function peaksAfter(intervalsMs: readonly number[], startMs = 0): Uint32Array<ArrayBuffer> {
  let sample = startMs;
  return Uint32Array.from([startMs, ...intervalsMs.map((ms) => (sample += ms))]);
}

/** One class per letter, as "NNVN". */
export function classesOf(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(letters, (letter) => CLASSES.aami.findIndex(({ code }) => code === letter));
}

export function seriesOf(intervalsMs: readonly number[], options: Omit<RrOptions, "samplingRateHz"> = {}): RrSeries {
  return rrSeries(peaksAfter(intervalsMs), { samplingRateHz: 1000, ...options });
}

export const repeated = (value: number, times: number): number[] => Array.from({ length: times }, () => value);
