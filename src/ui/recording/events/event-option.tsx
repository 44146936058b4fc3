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
}

/** One event of the list: what, when, in the recording and by the clock, and its figures. */
export function EventOption({ event, recording }: EventOptionProps) {
  const { kind, startSample, sentence } = event;
  const { samplingRateHz, startTime } = recording;
  const { name, urgency } = EVENT_WORDS[kind];
  const timeOfDay = clockFrom(startTime)?.(startSample / samplingRateHz);
  return (
    <>
      <span className={styles.line} title={sentence}>
        <EventMark urgency={urgency} />
        <b className={styles.name}>{name}</b>
        <span>{clockTime(startSample / samplingRateHz)}</span>
      </span>
      <span className={styles.line}>
        <span className={styles.figures}>{eventFigures(event, samplingRateHz)}</span>
        {timeOfDay !== undefined && <span className={styles.timeOfDay}><VisuallyHidden>time of day </VisuallyHidden>{timeOfDay}</span>}
      </span>
    </>
  );
}
