import type { IsolineDatabase } from "./database.ts";
import { explained } from "./explained.ts";
import { purgeChecks } from "./remove-checks.ts";
import { isFull } from "./store-problem.ts";

/** After every time of ISO 8601. */
const EVER = "\uffff";

/**
 * Does the work, and once more if there was no space for it and deleted checks could be removed: they stay for a while so
 * that deleting can be undone, but not in the way of what is new. Rejects with a ProblemError.
 */
export async function withRoom<Result>(db: IsolineDatabase, work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await explained(work());
  } catch (cause) {
    if (!isFull(cause) || (await explained(purgeChecks(db, EVER))) === 0) throw cause;
    return explained(work());
  }
}
