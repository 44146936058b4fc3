import { bySeverity, countPatient } from "../ecg/metrics/patient-counts.ts";
import type { LoadedCheck } from "../db/records.ts";
import type { Route } from "./routes.ts";

interface SettledCheck {
  readonly check: LoadedCheck;
  readonly isSaved: boolean;
}

/** Where checks that have ended are looked at: several side by side; one that is not saved comes first, since it can be lost. At least one check. */
export function routeOfChecks(ended: readonly SettledCheck[]): Route {
  const alone = ended.length === 1 ? ended[0] : ended.find(({ isSaved }) => !isSaved);
  return alone === undefined ? { screen: "compare", checkIds: ended.map(({ check }) => check.record.id) } : routeOfCheck(alone.check);
}

/** A check is looked at from its most severe patient on. */
export function routeOfCheck(check: LoadedCheck): Route {
  return { screen: "result", checkId: check.record.id, patientId: mostSeverePatient(check) };
}

function mostSeverePatient({ record, patients, scores }: LoadedCheck): string | null {
  const counts = patients.map((series, i) => countPatient(series, scores[i], record.threshold));
  return counts.toSorted(bySeverity).at(0)?.patientId ?? null;
}
