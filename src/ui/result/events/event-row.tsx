import { useEffect, useRef } from "react";
import type { AnomalyEvent } from "../../../ecg/heart-rate/events.ts";
import type { RateUnit } from "../../../ecg/heart-rate/table.ts";
import type { Verdict } from "../../../db/records.ts";
import { formatCounted, formatFixed, NO_VALUE } from "../../shared/format.ts";
import { formatMoment, formatSpan, type TimeScale } from "../plot/time-axis.ts";
import { labelWords } from "./event-steps.ts";
import styles from "./event-table.module.css";

interface EventRowProps {
  readonly event: AnomalyEvent;
  readonly verdict: Verdict | null;
  readonly selected: boolean;
  readonly unit: RateUnit;
  readonly scale: TimeScale;
  readonly scoreDigits: number;
  readonly onSelect: (event: AnomalyEvent) => void;
}

/** One event of the list; selected, it comes into sight within the list. */
export function EventRow({ event, verdict, selected, unit, scale, scoreDigits, onSelect }: EventRowProps) {
  const ref = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (selected && ref.current !== null) scrollIntoBox(ref.current);
  }, [selected]);
  return (
    <tr ref={ref} className={selected ? styles.selected : undefined} aria-current={selected ? "true" : undefined}>
      <th scope="row" className={styles.start}>
        <button type="button" className={styles.open} onClick={() => onSelect(event)}>{formatMoment(event.startS, scale)}</button>
      </th>
      <td className={styles.duration}>{formatCounted(event.beats, "beat")}{event.durationS > 0 && `, ${formatSpan(event.durationS, scale)}`}</td>
      <td>{formatFixed(event.peakRateBpm, unit === "scaled" ? 3 : 1)}</td>
      <td>{formatFixed(event.score, scoreDigits)}</td>
      <td>{labelWords(event)}</td>
      <td className={styles.verdict} data-verdict={verdict}>{verdict ?? NO_VALUE}</td>
    </tr>
  );
}

/** Scrolls the list, never the page: the plot above should stay in sight. */
function scrollIntoBox(row: HTMLTableRowElement): void {
  const box = row.closest<HTMLElement>("[data-scroll-box]");
  if (box === null) return;
  const head = box.querySelector("thead")?.getBoundingClientRect().height ?? 0;
  const boxRect = box.getBoundingClientRect();
  const rowRect = row.getBoundingClientRect();
  if (rowRect.top < boxRect.top + head) box.scrollTop -= boxRect.top + head - rowRect.top;
  else if (rowRect.bottom > boxRect.bottom) box.scrollTop += rowRect.bottom - boxRect.bottom;
}
