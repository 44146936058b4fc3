import type { AnomalyEvent } from "../../../ecg/heart-rate/events.ts";
import type { RateUnit } from "../../../ecg/heart-rate/table.ts";
import type { Verdict } from "../../../db/records.ts";
import type { TimeScale } from "../plot/time-axis.ts";
import { EventRow } from "./event-row.tsx";
import styles from "./event-table.module.css";

interface EventTableProps {
  readonly events: readonly AnomalyEvent[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly selected: AnomalyEvent | null;
  readonly unit: RateUnit;
  readonly scale: TimeScale;
  readonly scoreDigits: number;
  readonly onSelect: (event: AnomalyEvent) => void;
}

/** Events in time order, in a box that scrolls. */
export function EventTable({ events, verdicts, selected, ...shared }: EventTableProps) {
  return (
    <div className={styles.box} role="region" aria-label="Event list" tabIndex={0} data-scroll-box>
      <table>
        <thead>
          <tr>
            <th scope="col">Start</th>
            <th scope="col">Duration</th>
            <th scope="col">{shared.unit === "scaled" ? "Peak" : "Peak (bpm)"}</th>
            <th scope="col">Score</th>
            <th scope="col">Label</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.startRow} {...shared} event={event} verdict={verdicts.get(event.peakRow) ?? null} selected={event === selected} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
