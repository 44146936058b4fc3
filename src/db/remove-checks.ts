import type { IsolineDatabase, StoredCheck } from "./database.ts";

/** Takes checks away for good, with all that hangs on them, and signals no check uses any more. */
export async function removeChecks(db: IsolineDatabase, checks: readonly StoredCheck[]): Promise<void> {
  for (const { id, signalsId } of checks) {
    await db.checks.delete(id);
    await db.scores.where("checkId").equals(id).delete();
    await db.verdicts.where("checkId").equals(id).delete();
    await db.beatOutputs.delete(id);
    await db.recordingResults.delete(id);
    await db.relabels.where("checkId").equals(id).delete();
    const stillUsed = await db.checks.where("signalsId").equals(signalsId).count();
    if (stillUsed > 0) continue;
    await db.signals.where("signalsId").equals(signalsId).delete();
    await db.beats.where("signalsId").equals(signalsId).delete();
    await db.recordings.delete(signalsId);
    await db.leads.where("signalsId").equals(signalsId).delete();
  }
}

/** Removes the checks that were deleted before `until` (ISO 8601); gives how many. */
export const purgeChecks = (db: IsolineDatabase, until: string): PromiseLike<number> =>
  db.transaction("rw", db.tables, async () => {
    const deleted = await db.checks.where("deletedAt").between("", until, false, true).toArray();
    await removeChecks(db, deleted);
    return deleted.length;
  });
