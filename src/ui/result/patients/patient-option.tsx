import type { KeyboardEvent } from "react";
import { trueRows } from "../metrics/check-counts.ts";
import type { PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import { formatCount, formatCounted } from "../../shared/format.ts";
import styles from "./patient-list.module.css";

interface PatientOptionProps {
  readonly patient: PatientCounts;
  readonly place: { readonly index: number; readonly of: number };
  readonly topPx: number;
  /** length of the bar, 0 to 1 */
  readonly share: number;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly onPick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One patient of the list, with counts. */
export function PatientOption({ patient, place, topPx, share, selected, tabStop, onPick, onKeyDown }: PatientOptionProps) {
  const { patientId, rows, predicted, confusion } = patient;
  const counts = [
    formatCounted(rows, "row"),
    ...(confusion === null ? [] : [`${formatCount(trueRows(confusion))} true`, `${formatCount(confusion.falseNegative)} missed`, `${formatCount(confusion.falsePositive)} false`]),
  ].join(" · ");
  return (
    <div
      role="option"
      aria-selected={selected}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      tabIndex={tabStop ? 0 : -1}
      data-patient={patientId}
      className={styles.option}
      style={{ top: topPx }}
      onClick={onPick}
      onKeyDown={onKeyDown}
    >
      <b className={styles.id}>{patientId}</b>
      <span className={styles.bar}><i style={{ width: `${Math.round(share * 100)}%` }} /></span>
      <span className={styles.predicted}>{formatCount(predicted)} predicted</span>
      <span className={styles.counts} title={counts}>{counts}</span>
    </div>
  );
}
