import type { CheckRecord, LoadedCheck } from "./records.ts";

/** A check with its record as it is now. A record of another kind cannot be the same check's: the check stays as it was. */
export function withRecord(check: LoadedCheck, record: CheckRecord): LoadedCheck {
  if (check.kind === "beats") return record.kind === "beats" ? { ...check, record } : check;
  return record.kind === "heart-rate" ? { ...check, record } : check;
}
