import { useMemo } from "react";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import { formatClock, formatCount, formatFixed } from "../shared/format.ts";
import { patientFacts } from "./patient-facts.ts";
import styles from "./patients-read.module.css";

/** Longer lists are cut: the result page has search and filters. */
const SHOWN_PATIENTS = 50;

/** The patients of an opened table, before any check. */
export function PatientsRead({ table }: { readonly table: HeartRateTable }) {
  const facts = useMemo(() => table.patients.slice(0, SHOWN_PATIENTS).map(patientFacts), [table]);
  const rest = table.patients.length - facts.length;
  const digits = table.unit === "scaled" ? 3 : 0;
  return (
    <div className={styles.scroll} role="region" aria-label="Patients in the file" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col" className={styles.number}>Rows</th>
            <th scope="col" className={styles.number}>Duration</th>
            <th scope="col" className={styles.number}>{table.unit === "scaled" ? "Range (scaled)" : "Range (bpm)"}</th>
            {table.labelled && <th scope="col" className={styles.number}>Labelled</th>}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ patientId, rows, durationS, lowest, highest, labelledAnomalies }) => (
            <tr key={patientId}>
              <th scope="row">{patientId}</th>
              <td className={styles.number}>{formatCount(rows)}</td>
              <td className={styles.number}>{table.timeKind === "row" ? "–" : formatClock(durationS)}</td>
              <td className={styles.number}>{formatFixed(lowest, digits)}–{formatFixed(highest, digits)}</td>
              {table.labelled && <td className={styles.number}>{formatCount(labelledAnomalies)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className={styles.rest}>and {formatCount(rest)} more</p>}
    </div>
  );
}
