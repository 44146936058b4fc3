import type { Table } from "dexie";
import type { IsolineDatabase } from "./database.ts";
import { readable } from "./readable.ts";

/** The tables whose records, large for the most part, belong to a record of another table: by which field. Versions' files are told apart by number too. */
const OWNED = {
  checkId: ["scores", "beatOutputs", "recordingResults"],
  runId: ["runEpochs", "trainingJobs", "checkpoints"],
  setId: ["evaluationContents"],
  /** of checks; of runs and sets, whose leads bear their ids */
  signalsId: ["signals", "beats", "recordings", "leads"],
} as const;

const OWNED_TABLES: ReadonlySet<string> = new Set(["versionFiles", ...Object.values(OWNED).flat()]);

/** Whether what is left of a table without what it belongs to is taken away by `removeOrphans`. */
export const isOwned = (table: string): boolean => OWNED_TABLES.has(table);

/**
 * Takes away what belongs to no check, run, set or version: what a restore left that was cut off, and what hung on a check
 * that was removed. By keys alone, so that damaged records stop nothing. To be called in a transaction of all tables, while
 * no restore is under way (`alone`); whatever else writes such records writes their owner in the same transaction.
 */
export async function removeOrphans(db: IsolineDatabase): Promise<void> {
  const checks = await keysIn(db.checks, "id");
  await removeUnowned(db, "checkId", checks);
  await removeUnowned(db, "runId", await keysIn(db.runs, "id"));
  await removeUnowned(db, "setId", await keysIn(db.evaluationSets, "id"));
  const ofChecks = await keysIn(db.checks, "signalsId");
  await removeUnowned(db, "signalsId", new Set([...ofChecks, ...(await keysIn(db.trainingJobs, "runId")), ...(await keysIn(db.evaluationContents, "setId"))]));
  const versions = new Set((await db.modelVersions.toCollection().primaryKeys()).map(String));
  await db.versionFiles.bulkDelete((await db.versionFiles.toCollection().primaryKeys()).filter((key) => !versions.has(String(key))));
  for (const table of [db.verdicts, db.relabels]) await removeUnownedWords(table, checks);
}

async function removeUnowned(db: IsolineDatabase, field: keyof typeof OWNED, owners: ReadonlySet<unknown>): Promise<void> {
  for (const name of OWNED[field]) {
    const table = db.table<unknown, unknown>(name);
    for (const key of await keysIn(table, field)) {
      if (!owners.has(key)) await table.where(field).equals(key as string).delete();
    }
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What was said of a check may be there before the check, which another tab shows and could not save yet: for a day. */
async function removeUnownedWords(table: Table<{ readonly key: string; readonly at: string }, string>, checks: ReadonlySet<unknown>): Promise<void> {
  const recent = new Date(Date.now() - DAY_MS).toISOString();
  for (const checkId of await keysIn(table, "checkId")) {
    if (checks.has(checkId)) continue;
    const { records, damaged } = await readable(table, () => table.where("checkId").equals(checkId as string));
    await table.bulkDelete([...records.filter(({ at }) => at < recent).map(({ key }) => key), ...damaged]);
  }
}

const keysIn = async (table: Table, field: string): Promise<ReadonlySet<unknown>> => new Set(await table.orderBy(field).uniqueKeys());
