import type { PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import { PickList } from "../../shared/pick-list/pick-list.tsx";
import { PatientOption } from "./patient-option.tsx";
import styles from "./patient-list.module.css";

interface PatientListProps {
  /** in the order shown */
  readonly patients: readonly PatientCounts[];
  readonly patientId: string;
  readonly onPick: (patientId: string) => void;
}

const ROW_HEIGHT_PX = 50;

const predictedShare = ({ predicted, scored }: PatientCounts): number => predicted / Math.max(scored, 1);

/** The patients to pick from. */
export function PatientList({ patients, patientId, onPick }: PatientListProps) {
  const most = patients.reduce((high, patient) => Math.max(high, predictedShare(patient)), 0);
  return (
    <PickList
      label="Patients, most severe first"
      items={patients}
      keyOf={(patient) => patient.patientId}
      picked={patients.findIndex((patient) => patient.patientId === patientId)}
      onPick={(patient) => onPick(patient.patientId)}
      rowHeightPx={ROW_HEIGHT_PX}
      className={styles.list}
      optionClassName={styles.option}
    >
      {(patient) => <PatientOption patient={patient} share={most === 0 ? 0 : predictedShare(patient) / most} />}
    </PickList>
  );
}
