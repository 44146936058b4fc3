import type { Verdict } from "../../../db/records.ts";

/** One change of an event's verdict; null is no verdict. */
export interface VerdictChange {
  readonly peakRow: number;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

/** What has been done and can be undone, and what was undone and can be done again; the latest last. */
export interface VerdictHistory {
  readonly done: readonly VerdictChange[];
  readonly undone: readonly VerdictChange[];
}

export type VerdictHistoryAction =
  | { readonly kind: "changed"; readonly change: VerdictChange }
  | { readonly kind: "undone" }
  | { readonly kind: "redone" };

export const NO_HISTORY: VerdictHistory = { done: [], undone: [] };

/** A new change forgets what was undone before it, as editors do. */
export function verdictHistory(history: VerdictHistory, action: VerdictHistoryAction): VerdictHistory {
  const { done, undone } = history;
  switch (action.kind) {
    case "changed":
      return { done: [...done, action.change], undone: [] };
    case "undone":
      return done.length === 0 ? history : { done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] };
    case "redone":
      return undone.length === 0 ? history : { done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) };
  }
}
