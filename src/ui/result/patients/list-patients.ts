import { bySeverity, type PatientCounts } from "../../../ecg/metrics/patient-counts.ts";

export type PatientFilter = "all" | "predicted" | "missed" | "false";

export interface PatientQuery {
  readonly filter: PatientFilter;
  /** part of an ID, in any case; empty finds all */
  readonly search: string;
}

const KEEPS: Readonly<Record<PatientFilter, (patient: PatientCounts) => boolean>> = {
  all: () => true,
  predicted: ({ predicted }) => predicted > 0,
  missed: ({ confusion }) => confusion !== null && confusion.falseNegative > 0,
  false: ({ confusion }) => confusion !== null && confusion.falsePositive > 0,
};

/** The patients a query finds, most severe first. */
export function listPatients(patients: readonly PatientCounts[], { filter, search }: PatientQuery): PatientCounts[] {
  const wanted = search.trim().toLowerCase();
  return patients
    .filter((patient) => KEEPS[filter](patient) && patient.patientId.toLowerCase().includes(wanted))
    .sort(bySeverity);
}
