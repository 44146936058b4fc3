import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { Recording } from "../../../ecg/recording/recording.ts";
import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { useVisibleRows } from "../../result/patients/use-visible-rows.ts";
import { EventOption } from "./event-option.tsx";
import { isSameEvent } from "./event-order.ts";
import styles from "./event-list.module.css";

interface EventListProps {
  /** in the order shown */
  readonly events: readonly RhythmEvent[];
  readonly recording: Pick<Recording, "samplingRateHz" | "startTime">;
  readonly picked: RhythmEvent | null;
  readonly onPick: (event: RhythmEvent) => void;
}

/** The sheet of this component follows it. */
const ROW_HEIGHT_PX = 48;
const PAGE_ROWS = 7;

/** Where a key leads from a place in the list; null for a key that is not the list's. */
function placeAfter(key: string, index: number, last: number): number | null {
  switch (key) {
    case "ArrowDown": return Math.min(index + 1, last);
    case "ArrowUp": return Math.max(index - 1, 0);
    case "PageDown": return Math.min(index + PAGE_ROWS, last);
    case "PageUp": return Math.max(index - PAGE_ROWS, 0);
    case "Home": return 0;
    case "End": return last;
    case "Enter":
    case " ": return index;
    default: return null;
  }
}

/** The events to pick from: one tab stop, the arrow keys pick. Only rows in sight are in the page. */
export function EventList({ events, recording, picked, onPick }: EventListProps) {
  const { ref, from, to, scrollTo } = useVisibleRows(events.length, ROW_HEIGHT_PX);
  const place = picked === null ? -1 : events.findIndex((event) => isSameEvent(event, picked));
  const tabStop = Math.max(place, 0);
  const takesFocus = useRef(false);

  useLayoutEffect(() => {
    if (place >= 0) scrollTo(place);
    if (!takesFocus.current) return;
    takesFocus.current = false;
    ref.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  }, [ref, place, scrollTo]);

  function pickByKey(event: KeyboardEvent, index: number): void {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : placeAfter(event.key, index, events.length - 1);
    if (next === null) return;
    event.preventDefault();
    takesFocus.current = next !== place;
    onPick(events[next]);
  }

  const rendered = events.slice(from, to).map((_, i) => from + i);
  // The tab stop stays in the page while it is scrolled out of sight, so that the focus is not lost.
  if (events.length > 0 && (tabStop < from || tabStop >= to)) rendered.push(tabStop);

  return (
    <div ref={ref} role="listbox" aria-label="Rhythm events" tabIndex={-1} className={styles.list}>
      <div role="presentation" className={styles.rows} style={{ height: events.length * ROW_HEIGHT_PX }}>
        {rendered.map((index) => {
          const event = events[index];
          return (
            <EventOption
              key={`${event.kind} ${event.firstBeat}`}
              event={event}
              recording={recording}
              place={{ index, of: events.length, topPx: index * ROW_HEIGHT_PX }}
              picked={index === place}
              tabStop={index === tabStop}
              onPick={() => onPick(event)}
              onKeyDown={(stroke) => pickByKey(stroke, index)}
            />
          );
        })}
      </div>
    </div>
  );
}
