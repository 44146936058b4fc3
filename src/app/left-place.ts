import * as v from "valibot";
import type { LockReason } from "../ui/shared/services.ts";

/** Where somebody was when the app was locked. Nothing of a patient: an account, and an address of ids and numbers. */
export interface LeftPlace {
  readonly accountId: string;
  readonly name: string;
  readonly hash: string;
  readonly why: LockReason;
}

const KEY = "isoline-left";
const schema = v.object({ accountId: v.string(), name: v.string(), hash: v.pipe(v.string(), v.startsWith("#")), why: v.picklist(["asked", "idle", "elsewhere", "changed"]) });

/** Kept for this tab, over the reload that locking ends with; null forgets it. */
export function keepLeftPlace(left: LeftPlace | null): void {
  try {
    if (left === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(left));
  } catch {
    // A window without storage: one begins at the beginning. Locking must not fail.
  }
}

export function leftPlace(): LeftPlace | null {
  try {
    const reading = v.safeParse(schema, JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
    return reading.success ? reading.output : null;
  } catch {
    return null; // Without it one begins at the beginning.
  }
}
