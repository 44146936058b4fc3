import type { PatientSeries } from "../heart-rate/table.ts";
import { confusionAt, labelledRows, type Confusion } from "./confusion.ts";

/** What one patient's row of the list shows, at one threshold. */
export interface PatientCounts {
  readonly patientId: string;
  readonly rows: number;
  /** rows with a score */
  readonly scored: number;
  /** scored rows at or above the threshold, labelled or not */
  readonly predicted: number;
  /** over rows with score and label; null where the patient has no such row */
  readonly confusion: Confusion | null;
}

export function countPatient(
  { patientId, label }: Pick<PatientSeries, "patientId" | "label">,
  score: Float32Array,
  threshold: number,
): PatientCounts {
  let scored = 0;
  let predicted = 0;
  for (let row = 0; row < score.length; row++) {
    if (Number.isNaN(score[row])) continue;
    scored++;
    if (score[row] >= threshold) predicted++;
  }
  const confusion = confusionAt(score, label, threshold);
  return { patientId, rows: label.length, scored, predicted, confusion: labelledRows(confusion) === 0 ? null : confusion };
}

/**
 * Order of severity: the largest share of predicted rows first (the burden of ectopic beats, which does not grow with
 * the length of the recording), then the most predicted rows, then the patient ID as a person would sort it.
 */
export function bySeverity(a: PatientCounts, b: PatientCounts): number {
  return (
    burden(b) - burden(a) ||
    b.predicted - a.predicted ||
    a.patientId.localeCompare(b.patientId, "en", { numeric: true })
  );
}

function burden({ predicted, scored }: PatientCounts): number {
  return scored === 0 ? 0 : predicted / scored;
}

/** The patient to look at first: the first by severity at the threshold; null without patients. `scores[p]` belongs to `patients[p]`. */
export function mostSeverePatient(
  patients: readonly Pick<PatientSeries, "patientId" | "label">[],
  scores: readonly Float32Array[],
  threshold: number,
): string | null {
  const counts = patients.map((series, p) => countPatient(series, scores[p], threshold));
  return counts.toSorted(bySeverity).at(0)?.patientId ?? null;
}
