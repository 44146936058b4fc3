import { formatCount } from "../../shared/format.ts";
import { eventAfter, eventBefore, type AnomalyEvent } from "../../../ecg/heart-rate/events.ts";

/** The event `by` one step from the one selected, from the first or last one when none is; null when there is no other. */
export function stepEvent(events: readonly AnomalyEvent[], selectedRow: number | null, by: 1 | -1): AnomalyEvent | null {
  if (selectedRow === null) return (by === 1 ? events[0] : events.at(-1)) ?? null;
  const index = by === 1 ? eventAfter(events, selectedRow) : eventBefore(events, selectedRow);
  return index === null ? null : events[index];
}

/** The event that holds a row. */
export function eventAt(events: readonly AnomalyEvent[], row: number | null): AnomalyEvent | null {
  return row === null ? null : (events.find(({ startRow, endRow }) => startRow <= row && row <= endRow) ?? null);
}

/** The page an event is on, when `pageSize` events go on each; 0 for none. */
export function pageOf(events: readonly AnomalyEvent[], event: AnomalyEvent | null, pageSize: number): number {
  return event === null ? 0 : Math.max(0, Math.floor(events.indexOf(event) / pageSize));
}

/** "anomalous", "3 of 5 anomalous", "normal", or "–" where nobody labelled the rows. */
export function labelWords({ beats, trueBeats }: Pick<AnomalyEvent, "beats" | "trueBeats">): string {
  if (trueBeats === null) return "–";
  if (trueBeats === 0) return "normal";
  return trueBeats === beats ? "anomalous" : `${formatCount(trueBeats)} of ${formatCount(beats)} anomalous`;
}
