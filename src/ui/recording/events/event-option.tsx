import type { KeyboardEvent } from "react";
import type { Recording } from "../../../ecg/recording/recording.ts";
import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { clockFrom, clockTime } from "../clock-time.ts";
import { VisuallyHidden } from "../../shared/visually-hidden.tsx";
import { eventFigures } from "./event-figures.ts";
import { EVENT_WORDS } from "./event-kinds.ts";
import { EventMark } from "./event-mark.tsx";
import styles from "./event-list.module.css";

interface EventOptionProps {
  readonly event: RhythmEvent;
  readonly recording: Pick<Recording, "samplingRateHz" | "startTime">;
  readonly place: { readonly index: number; readonly of: number; readonly topPx: number };
  readonly picked: boolean;
  readonly tabStop: boolean;
  readonly onPick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One event of the list: what, when, in the recording and by the clock, and its figures. */
export function EventOption({ event, recording, place, picked, tabStop, onPick, onKeyDown }: EventOptionProps) {
  const { kind, startSample, sentence } = event;
  const { samplingRateHz, startTime } = recording;
  const { name, urgency } = EVENT_WORDS[kind];
  const timeOfDay = clockFrom(startTime)?.(startSample / samplingRateHz);
  return (
    <div
      role="option"
      aria-selected={picked}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      tabIndex={tabStop ? 0 : -1}
      className={styles.option}
      style={{ top: place.topPx }}
      title={sentence}
      onClick={onPick}
      onKeyDown={onKeyDown}
    >
      <span className={styles.line}>
        <EventMark urgency={urgency} />
        <b className={styles.name}>{name}</b>
        <span className={styles.time}>{clockTime(startSample / samplingRateHz)}</span>
      </span>
      <span className={styles.line}>
        <span className={styles.figures}>{eventFigures(event, samplingRateHz)}</span>
        {timeOfDay !== undefined && <span className={styles.timeOfDay}><VisuallyHidden>time of day </VisuallyHidden>{timeOfDay}</span>}
      </span>
    </div>
  );
}
