import { intervalText, type Figure } from "./kpi-figures.ts";
import styles from "./kpi-tiles.module.css";

interface KpiTileProps {
  readonly label: string;
  /** what it means, in a few words */
  readonly hint: string;
  readonly pooled: Figure;
  readonly patient: Figure;
}

/** A key figure over all patients, and below it the same for the patient shown. */
export function KpiTile({ label, hint, pooled, patient }: KpiTileProps) {
  return (
    <div className={styles.tile}>
      <dt className={styles.label} title={hint}>{label}</dt>
      <dd className={styles.pooled}>
        <b>{pooled.text}</b>
        {pooled.interval !== null && <span className={styles.interval}>{intervalText(pooled.interval)}</span>}
      </dd>
      <dd className={styles.patient}>
        <span>patient</span>
        <b>{patient.text}</b>
        {patient.interval !== null && <span>{intervalText(patient.interval)}</span>}
      </dd>
    </div>
  );
}
