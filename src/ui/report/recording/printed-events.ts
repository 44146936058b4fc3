import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { orderedEvents } from "../../recording/events/event-order.ts";
import { STRIP_S } from "./strip-paths.ts";

/** Before the beat at which an event begins a strip shows so much, so that the onset is seen. */
const BEFORE_ONSET_S = 1.2;

/** The events that get a strip, the most urgent first: the most extreme of each kind, then as many more as there is room for. */
export function eventsToPrint(events: readonly RhythmEvent[], limit: number): RhythmEvent[] {
  const ordered = orderedEvents(events, null, "severity");
  const isFirstOfKind = (event: RhythmEvent, place: number) => ordered.findIndex(({ kind }) => kind === event.kind) === place;
  const first = ordered.filter(isFirstOfKind);
  const more = ordered.filter((event, place) => !isFirstOfKind(event, place));
  return orderedEvents([...first, ...more].slice(0, limit), null, "severity");
}

/** Where the strip of an event begins: an event that fits lies in its middle, of a longer one the onset is shown; never before the recording, nor past what fills a strip. */
export function stripStartS({ startSample, endSample }: Pick<RhythmEvent, "startSample" | "endSample">, { samplingRateHz, sampleCount }: { readonly samplingRateHz: number; readonly sampleCount: number }): number {
  const startS = startSample / samplingRateHz;
  const eventS = (endSample - startSample) / samplingRateHz;
  const fromS = startS - Math.max(BEFORE_ONSET_S, (STRIP_S - eventS) / 2);
  return Math.max(0, Math.min(fromS, sampleCount / samplingRateHz - STRIP_S));
}
