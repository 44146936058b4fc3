import { aloneNow } from "./alone.ts";
import type { IsolineDatabase } from "./database.ts";
import { explained } from "./explained.ts";
import { purgeChecks } from "./checks/remove-checks.ts";
import { isFull } from "./store-problem.ts";

/** After every time of ISO 8601. */
const EVER = "\uffff";

/**
 * Does the work, and once more if there was no space for it and deleted checks could be removed: they stay for a while so
 * that deleting can be undone, but not in the way of what is new. While a backup or restore is under way nothing is removed.
 * Rejects with a ProblemError.
 */
export async function withRoom<Result>(db: IsolineDatabase, work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await explained(work());
  } catch (cause) {
    if (!isFull(cause) || !(await aloneNow(db, () => explained(purgeChecks(db, EVER))))) throw cause;
    return explained(work());
  }
}
