import { trueRows } from "../metrics/check-counts.ts";
import type { PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import { formatCount, formatCounted } from "../../shared/format.ts";
import styles from "./patient-list.module.css";

interface PatientOptionProps {
  readonly patient: PatientCounts;
  /** length of the bar, 0 to 1 */
  readonly share: number;
}

/** One patient of the list, with counts. */
export function PatientOption({ patient, share }: PatientOptionProps) {
  const { patientId, rows, predicted, confusion } = patient;
  const counts = [
    formatCounted(rows, "row"),
    ...(confusion === null ? [] : [`${formatCount(trueRows(confusion))} true`, `${formatCount(confusion.falseNegative)} missed`, `${formatCount(confusion.falsePositive)} false`]),
  ].join(" · ");
  return (
    <>
      <b className={styles.id}>{patientId}</b>
      <span className={styles.bar}><i style={{ width: `${Math.round(share * 100)}%` }} /></span>
      <span className={styles.predicted}>{formatCount(predicted)} predicted</span>
      <span className={styles.counts} title={counts}>{counts}</span>
    </>
  );
}
