import { memo, useMemo, useState } from "react";
import type { PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import { Card } from "../../shared/card.tsx";
import { formatCount } from "../../shared/format.ts";
import { listPatients, type PatientFilter } from "./list-patients.ts";
import { PatientList } from "./patient-list.tsx";
import styles from "./patients-card.module.css";

interface PatientsCardProps {
  readonly patients: readonly PatientCounts[];
  readonly patientId: string;
  readonly onPick: (patientId: string) => void;
}

const FILTERS: Readonly<Record<PatientFilter, string>> = {
  all: "All patients",
  predicted: "With predicted",
  missed: "With missed",
  false: "With false alarms",
};

/** The patients by severity, with search and filter. */
export const PatientsCard = memo(function PatientsCard({ patients, patientId, onPick }: PatientsCardProps) {
  const [filter, setFilter] = useState<PatientFilter>("all");
  const [search, setSearch] = useState("");
  const listed = useMemo(() => listPatients(patients, { filter, search }), [patients, filter, search]);
  const labelled = patients.some(({ confusion }) => confusion !== null);
  const filters = (Object.keys(FILTERS) as PatientFilter[]).filter((choice) => labelled || choice === "all" || choice === "predicted");
  return (
    <Card heading="Patients" note={<span role="status">{listed.length === patients.length ? "largest share predicted first" : `${formatCount(listed.length)} of ${formatCount(patients.length)}`}</span>}>
      <div className={styles.query}>
        <input type="search" aria-label="Search patient ID" placeholder="Search ID" value={search} onChange={(event) => setSearch(event.target.value)} />
        <select aria-label="Show patients" value={filter} onChange={(event) => setFilter(event.target.value as PatientFilter)}>
          {filters.map((choice) => <option key={choice} value={choice}>{FILTERS[choice]}</option>)}
        </select>
      </div>
      {listed.length === 0 ? (
        <p className={styles.none}>No patient fits. Clear the search or show all patients.</p>
      ) : (
        <PatientList patients={listed} patientId={patientId} onPick={onPick} />
      )}
    </Card>
  );
});
