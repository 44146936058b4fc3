import type { CheckRecord, LoadedCheck } from "../records.ts";

/** A check with its record as it is now. A record of another kind cannot be the same check's: the check stays as it was. */
export function withRecord(check: LoadedCheck, record: CheckRecord): LoadedCheck {
  switch (check.kind) {
    case "heart-rate":
      return record.kind === check.kind ? { ...check, record } : check;
    case "beats":
      return record.kind === check.kind ? { ...check, record } : check;
    case "recording":
      return record.kind === check.kind ? { ...check, record } : check;
  }
}
