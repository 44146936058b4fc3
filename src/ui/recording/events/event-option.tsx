import type { KeyboardEvent } from "react";
import { spellDuration, type RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { clockTime } from "./clock-time.ts";
import { EVENT_WORDS } from "./event-kinds.ts";
import { EventMark } from "./event-mark.tsx";
import styles from "./event-list.module.css";

interface EventOptionProps {
  readonly event: RhythmEvent;
  readonly samplingRateHz: number;
  readonly place: { readonly index: number; readonly of: number; readonly topPx: number };
  readonly picked: boolean;
  readonly tabStop: boolean;
  readonly onPick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One event of the list: what, when, how long, and its sentence as far as there is room. */
export function EventOption({ event, samplingRateHz, place, picked, tabStop, onPick, onKeyDown }: EventOptionProps) {
  const { kind, startSample, endSample, sentence } = event;
  const { name, urgency } = EVENT_WORDS[kind];
  return (
    <div
      role="option"
      aria-selected={picked}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      tabIndex={tabStop ? 0 : -1}
      className={styles.option}
      style={{ top: place.topPx }}
      onClick={onPick}
      onKeyDown={onKeyDown}
    >
      <span className={styles.line}>
        <EventMark urgency={urgency} />
        <b className={styles.name}>{name}</b>
        <span className={styles.time}>{clockTime(startSample / samplingRateHz)}</span>
        <span className={styles.duration}>{spellDuration((endSample - startSample) / samplingRateHz)}</span>
      </span>
      <span className={styles.sentence} title={sentence}>{sentence}</span>
    </div>
  );
}
