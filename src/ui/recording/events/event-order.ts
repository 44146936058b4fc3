import { EVENT_KINDS, type RhythmEvent, type RhythmEventKind } from "../../../ecg/rhythm/rhythm-event.ts";
import type { TimeSpan } from "../recording-view.ts";

export const EVENT_ORDERS = ["severity", "time"] as const;
export type EventOrder = (typeof EVENT_ORDERS)[number];

type Compare = (a: RhythmEvent, b: RhythmEvent) => number;

/** A slow rate is the worse the lower it is, all other figures the higher they are. */
const severeness = ({ kind, value }: RhythmEvent) => (kind === "bradycardia" ? -value : value);

/** By severity: the most urgent kind first, and in it the most extreme figure; by time: the earliest first. */
export const COMPARE_EVENTS: Readonly<Record<EventOrder, Compare>> = {
  severity: (a, b) => a.severity - b.severity || severeness(b) - severeness(a) || a.startSample - b.startSample,
  time: (a, b) => a.startSample - b.startSample || a.severity - b.severity,
};

/** The events of a kind (null: of all), in order. */
export function orderedEvents(events: readonly RhythmEvent[], kind: RhythmEventKind | null, order: EventOrder): RhythmEvent[] {
  return events.filter((event) => kind === null || event.kind === kind).sort(COMPARE_EVENTS[order]);
}

/** Relabelling beats makes events anew: one of the same kind from the same beat on is the same. */
export function isSameEvent(a: RhythmEvent, b: RhythmEvent): boolean {
  return a.kind === b.kind && a.firstBeat === b.firstBeat;
}

/** The event one step from the one picked, which need not be listed any more; without one, the first or the last. Null when there is no other. */
export function stepEvent(ordered: readonly RhythmEvent[], picked: RhythmEvent | null, { by, order }: { readonly by: 1 | -1; readonly order: EventOrder }): RhythmEvent | null {
  if (picked === null) return (by === 1 ? ordered[0] : ordered.at(-1)) ?? null;
  const place = ordered.findIndex((event) => isSameEvent(event, picked));
  if (place >= 0) return ordered[place + by] ?? null;
  const compare = COMPARE_EVENTS[order];
  return (by === 1 ? ordered.find((event) => compare(event, picked) > 0) : ordered.findLast((event) => compare(event, picked) < 0)) ?? null;
}

/** How many events there are of each kind that has any, the most urgent kind first. */
export function countKinds(events: readonly RhythmEvent[]): (readonly [kind: RhythmEventKind, count: number])[] {
  const counts = new Map<RhythmEventKind, number>();
  for (const { kind } of events) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return EVENT_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [[kind, count] as const];
  });
}

/** Of a stretch longer than the strip, the onset lies so far from the strip's left edge. */
const ONSET_SHARE = 0.15;

/** The moment in the strip's middle that shows a whole stretch, or its onset where the strip is shorter. */
export function momentToShow({ fromS, toS }: TimeSpan, stripS: number): number {
  return toS - fromS <= stripS * (1 - 2 * ONSET_SHARE) ? (fromS + toS) / 2 : fromS + stripS * (0.5 - ONSET_SHARE);
}
