import { addConfusion, NO_COUNTS, type Confusion } from "../../../ecg/metrics/confusion.ts";
import { countPatient, type PatientCounts } from "../../../ecg/metrics/patient-counts.ts";
import type { LoadedHeartRateCheck } from "../../../db/records.ts";

/** What the counts of one patient and of all of them have in common. */
export type Counts = Omit<PatientCounts, "patientId">;

/** The counts of one check at one threshold. */
export interface CheckCounts {
  readonly threshold: number;
  /** in the check's order */
  readonly patients: readonly PatientCounts[];
  /** all patients' rows taken together */
  readonly pooled: Counts;
}

/** One pass over all saved scores. */
export function countCheck({ patients, scores }: Pick<LoadedHeartRateCheck, "patients" | "scores">, threshold: number): CheckCounts {
  const counted = patients.map((series, p) => countPatient(series, scores[p], threshold));
  return { threshold, patients: counted, pooled: pool(counted) };
}

function pool(patients: readonly PatientCounts[]): Counts {
  const sum = (count: (patient: PatientCounts) => number) => patients.reduce((total, patient) => total + count(patient), 0);
  const confusions = patients.map(({ confusion }) => confusion).filter((confusion): confusion is Confusion => confusion !== null);
  return {
    rows: sum(({ rows }) => rows),
    scored: sum(({ scored }) => scored),
    predicted: sum(({ predicted }) => predicted),
    confusion: confusions.length === 0 ? null : confusions.reduce(addConfusion, NO_COUNTS),
  };
}

/** Labelled, scored rows that are anomalous. */
export function trueRows({ truePositive, falseNegative }: Confusion): number {
  return truePositive + falseNegative;
}
