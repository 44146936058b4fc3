import { mostSeverePatient } from "../ecg/metrics/patient-counts.ts";
import type { LoadedCheck } from "../db/records.ts";
import { resultRoute, type Route } from "./routes.ts";

interface SettledCheck {
  readonly check: LoadedCheck;
  readonly isSaved: boolean;
}

/** Where checks that have ended are looked at: several side by side; one that is not saved comes first, since it can be lost. At least one check. */
export function routeOfChecks(ended: readonly SettledCheck[]): Route {
  const alone = ended.length === 1 ? ended[0] : ended.find(({ isSaved }) => !isSaved);
  return alone === undefined ? { screen: "compare", checkIds: ended.map(({ check }) => check.record.id) } : routeOfCheck(alone.check);
}

/** A check of heart rates is looked at from its most severe patient on. */
export function routeOfCheck(check: LoadedCheck): Route {
  if (check.kind !== "heart-rate") return resultRoute(check.record.id);
  const mostSevere = mostSeverePatient(check.patients, check.scores, check.record.threshold);
  return resultRoute(check.record.id, { patient: mostSevere === null ? null : check.record.patientIds.indexOf(mostSevere) });
}
