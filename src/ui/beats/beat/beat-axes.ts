import { roundStep } from "../../result/plot/rate-axis.ts";
import { formatFixed } from "../../shared/format.ts";

/** What the axis of a beat counts: milliseconds where its sampling rate is known, else its samples, from 1. */
export interface BeatTime {
  readonly samplesPerBeat: number;
  readonly samplingRateHz: number | null;
}

export interface Tick {
  /** sample number from 0, or amplitude */
  readonly at: number;
  readonly label: string;
}

/** Round moments along a beat, at most one more than `wanted`. */
export function momentTicks({ samplesPerBeat, samplingRateHz }: BeatTime, wanted: number): Tick[] {
  const first = samplingRateHz === null ? 1 : 0;
  const unitsPerSample = samplingRateHz === null ? 1 : 1000 / samplingRateHz;
  const last = first + (samplesPerBeat - 1) * unitsPerSample;
  const step = Math.max(roundStep((last - first) / wanted), 1);
  const ticks: Tick[] = [];
  for (let value = Math.ceil(first / step) * step; value <= last + 1e-6; value += step) {
    ticks.push({ at: (value - first) / unitsPerSample, label: String(value) });
  }
  return ticks;
}

/** A stretch from one sample to another, both of it: "360–440 ms", "samples 46–56", "sample 12". */
export function spanWords({ from, to }: { readonly from: number; readonly to: number }, { samplingRateHz }: BeatTime): string {
  if (samplingRateHz === null) return from === to ? `sample ${from + 1}` : `samples ${from + 1}–${to + 1}`;
  const ms = (sample: number) => Math.round((sample * 1000) / samplingRateHz);
  return from === to ? `${ms(from)} ms` : `${ms(from)}–${ms(to)} ms`;
}

/** Round amplitudes within a range, at most one more than `wanted`. */
export function amplitudeTicks({ low, high }: { readonly low: number; readonly high: number }, wanted: number): Tick[] {
  const span = high - low;
  if (!(span > 0)) return [{ at: low, label: formatFixed(low, 2) }];
  const step = roundStep(span / wanted);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) ticks.push({ at: i * step, label: formatFixed(i * step, digits) });
  return ticks;
}
