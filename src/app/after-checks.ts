import { bySeverity, countPatient } from "../ecg/metrics/patient-counts.ts";
import type { LoadedCheck } from "../db/records.ts";
import type { EndedCheck } from "../ui/check/use-check-session.ts";
import type { Route } from "./routes.ts";

/** Where checks that have ended are looked at: one at its most severe patient, several side by side; one that is not saved comes first, since it can be lost. Null without any. */
export function afterChecks(ended: readonly EndedCheck[]): Route | null {
  const first = ended.find(({ isSaved }) => !isSaved) ?? ended.at(0);
  if (first === undefined) return null;
  if (ended.length > 1 && first.isSaved) return { screen: "compare", checkIds: ended.map(({ check }) => check.record.id) };
  return { screen: "result", checkId: first.check.record.id, patientId: mostSeverePatient(first.check) };
}

function mostSeverePatient({ record, patients, scores }: LoadedCheck): string | null {
  const counts = patients.map((series, i) => countPatient(series, scores[i], record.threshold));
  return counts.toSorted(bySeverity).at(0)?.patientId ?? null;
}
