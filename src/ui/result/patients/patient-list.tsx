import { useLayoutEffect, useRef, type KeyboardEvent } from "react";
import type { PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import { PatientOption } from "./patient-option.tsx";
import { useVisibleRows } from "./use-visible-rows.ts";
import styles from "./patient-list.module.css";

interface PatientListProps {
  /** in the order shown */
  readonly patients: readonly PatientCounts[];
  readonly patientId: string;
  readonly onPick: (patientId: string) => void;
}

const ROW_HEIGHT_PX = 50;
const PAGE_ROWS = 8;

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

/** The patients to pick from: one tab stop, the arrow keys pick. */
export function PatientList({ patients, patientId, onPick }: PatientListProps) {
  const { ref, from, to, scrollTo } = useVisibleRows(patients.length, ROW_HEIGHT_PX);
  const picked = patients.findIndex((patient) => patient.patientId === patientId);
  const tabStop = Math.max(picked, 0);
  const focusNext = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (picked >= 0) scrollTo(picked);
  }, [picked, scrollTo]);
  useLayoutEffect(() => {
    if (focusNext.current !== patientId) return;
    focusNext.current = null;
    ref.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus({ preventScroll: true });
  }, [ref, patientId]);

  function pickByKey(event: KeyboardEvent, index: number): void {
    const place = event.ctrlKey || event.metaKey || event.altKey ? null : placeAfter(event.key, index, patients.length - 1);
    if (place === null) return;
    event.preventDefault();
    focusNext.current = patients[place].patientId;
    scrollTo(place);
    onPick(patients[place].patientId);
  }

  const most = patients.reduce((high, { predicted, scored }) => Math.max(high, predicted / Math.max(scored, 1)), 0);
  const rendered = patients.slice(from, to).map((_, i) => from + i);
  // The tab stop stays in the page while it is scrolled out of sight, so that the focus is not lost.
  if (patients.length > 0 && (tabStop < from || tabStop >= to)) rendered.push(tabStop);

  return (
    <div ref={ref} role="listbox" aria-label="Patients, most severe first" tabIndex={-1} className={styles.list}>
      <div role="presentation" className={styles.rows} style={{ height: patients.length * ROW_HEIGHT_PX }}>
        {rendered.map((index) => {
          const patient = patients[index];
          return (
            <PatientOption
              key={patient.patientId}
              patient={patient}
              place={{ index, of: patients.length }}
              topPx={index * ROW_HEIGHT_PX}
              share={most === 0 ? 0 : patient.predicted / Math.max(patient.scored, 1) / most}
              selected={index === picked}
              tabStop={index === tabStop}
              onPick={() => onPick(patient.patientId)}
              onKeyDown={(event) => pickByKey(event, index)}
            />
          );
        })}
      </div>
    </div>
  );
}
