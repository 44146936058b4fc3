import type { Recording } from "../../../ecg/recording/recording.ts";
import type { RhythmEvent } from "../../../ecg/rhythm/rhythm-event.ts";
import { PickList } from "../../shared/pick-list/pick-list.tsx";
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

const ROW_HEIGHT_PX = 48;

/** The events to pick from. */
export function EventList({ events, recording, picked, onPick }: EventListProps) {
  return (
    <PickList
      label="Rhythm events"
      items={events}
      keyOf={({ kind, firstBeat }) => `${kind} ${firstBeat}`}
      picked={picked === null ? -1 : events.findIndex((event) => isSameEvent(event, picked))}
      onPick={onPick}
      rowHeightPx={ROW_HEIGHT_PX}
      className={styles.list}
      optionClassName={styles.option}
    >
      {(event) => <EventOption event={event} recording={recording} />}
    </PickList>
  );
}
