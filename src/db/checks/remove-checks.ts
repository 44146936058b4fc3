import type { IsolineDatabase } from "../database.ts";
import { removeOrphans } from "../remove-orphans.ts";

/** Takes checks away for good, with all that hangs on them, and signals no check uses any more. To be done `alone`, in a transaction of all tables. */
export async function removeChecks(db: IsolineDatabase, ids: readonly string[]): Promise<void> {
  await db.checks.bulkDelete([...ids]);
  for (const table of [db.verdicts, db.relabels]) {
    for (const id of ids) await table.where("checkId").equals(id).delete();
  }
  await removeOrphans(db);
}

/** Removes the checks that were deleted before `until` (ISO 8601), and what belongs to nothing; gives how many checks. To be done `alone`. */
export const purgeChecks = (db: IsolineDatabase, until: string): PromiseLike<number> =>
  db.transaction("rw", db.tables, async () => {
    const ids = await db.checks.where("deletedAt").between("", until, false, true).primaryKeys();
    await removeChecks(db, ids);
    return ids.length;
  });
