import type { RrSeries } from "./rr-series.ts";

/** What is looked for, most urgent first: an event's severity is its place in this list, from 1. */
export const EVENT_KINDS = [
  "ventricular-tachycardia",
  "pause",
  "irregular-rhythm",
  "tachycardia",
  "bradycardia",
  "idioventricular-rhythm",
  "ventricular-triplet",
  "ventricular-couplet",
  "ventricular-bigeminy",
  "ventricular-trigeminy",
] as const;

export type RhythmEventKind = (typeof EVENT_KINDS)[number];

/** Something in the rhythm that a clinician should look at. */
export interface RhythmEvent {
  readonly kind: RhythmEventKind;
  /** place in EVENT_KINDS: 1 is the most urgent */
  readonly severity: number;
  /** indices of the R peaks where it begins and ends */
  readonly firstBeat: number;
  readonly lastBeat: number;
  /** of those R peaks */
  readonly startSample: number;
  readonly endSample: number;
  /** the figure to order events of one kind by: a pause's length, the extreme or mean rate, the number of ventricular beats */
  readonly value: number;
  readonly unit: "s" | "bpm" | "beats";
  readonly sentence: string;
}

/** What differs from kind to kind; the rest follows from the beats. */
export type EventFacts = Pick<RhythmEvent, "kind" | "firstBeat" | "lastBeat" | "value" | "unit" | "sentence">;

export function rhythmEvent({ peakSample }: Pick<RrSeries, "peakSample">, facts: EventFacts): RhythmEvent {
  const { kind, firstBeat, lastBeat, value, unit, sentence } = facts;
  const severity = EVENT_KINDS.indexOf(kind) + 1;
  return { kind, severity, firstBeat, lastBeat, startSample: peakSample[firstBeat], endSample: peakSample[lastBeat], value, unit, sentence };
}

/** Time from one beat to another, in seconds. */
export function secondsBetween({ peakSample, samplingRateHz }: Pick<RrSeries, "peakSample" | "samplingRateHz">, firstBeat: number, lastBeat: number): number {
  return (peakSample[lastBeat] - peakSample[firstBeat]) / samplingRateHz;
}

/** A length of time as a clinician reads it: 2.24 → "2.2 s", 75 → "1 min 15 s", 3720 → "1 h 2 min". */
export function spellDuration(durationS: number): string {
  if (durationS < 59.95) return `${durationS.toFixed(1)} s`;
  const seconds = Math.round(durationS);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(durationS / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
