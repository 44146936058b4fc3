import type { LoadedHeartRateCheck } from "../../db/records.ts";
import { Button } from "../shared/button.tsx";
import { formatCount } from "../shared/format.ts";
import type { PatientAgreement } from "./agreement.ts";
import styles from "./compare.module.css";

interface AgreementTableProps {
  readonly checks: readonly LoadedHeartRateCheck[];
  readonly agreement: readonly PatientAgreement[];
  /** one a check */
  readonly titles: readonly string[];
  readonly patientId: string;
  readonly onPickPatient: (patientId: string) => void;
}

/** Where the checks agree and where they do not, patient by patient. */
export function AgreementTable({ checks, agreement, titles, patientId, onPickPatient }: AgreementTableProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of agreement">
      <table>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Rows</th>
            {checks.map(({ record }, i) => <th key={record.id} scope="col">{titles[i]}</th>)}
            <th scope="col">By all</th>
            <th scope="col">By some, not all</th>
          </tr>
        </thead>
        <tbody>
          {agreement.map((patient) => (
            <tr key={patient.patientId} className={patient.patientId === patientId ? styles.picked : undefined}>
              <th scope="row">
                <Button variant="link" aria-pressed={patient.patientId === patientId} onClick={() => onPickPatient(patient.patientId)}>
                  {patient.patientId}
                </Button>
              </th>
              <td>{formatCount(patient.rows)}</td>
              {patient.predicted.map((count, i) => <td key={checks[i].record.id}>{formatCount(count)}</td>)}
              <td>{formatCount(patient.byAll)}</td>
              <td>{formatCount(patient.bySome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
