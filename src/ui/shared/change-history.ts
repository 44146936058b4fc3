/** What has been done and can be undone, and what was undone and can be done again; the latest last. */
export interface ChangeHistory<Change> {
  readonly done: readonly Change[];
  readonly undone: readonly Change[];
}

export type ChangeHistoryAction<Change> =
  | { readonly kind: "changed"; readonly change: Change }
  | { readonly kind: "undone" }
  | { readonly kind: "redone" };

export const NO_HISTORY: ChangeHistory<never> = { done: [], undone: [] };

/** A new change forgets what was undone before it, as editors do. */
export function changeHistory<Change>(history: ChangeHistory<Change>, action: ChangeHistoryAction<Change>): ChangeHistory<Change> {
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
