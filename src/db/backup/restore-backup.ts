import type { Table } from "dexie";
import { addMissing } from "../add-missing.ts";
import { hasBlocks } from "../checks/check-blocks.ts";
import type { JobControl } from "../../ecg/progress.ts";
import type { IsolineDatabase, StoredCheck } from "../database.ts";
import { explained } from "../explained.ts";
import { putBack } from "../put-back.ts";
import { readable } from "../readable.ts";
import { withRecordKeys } from "../record-keys.ts";
import { isOfRegistry, modelsHere } from "../registry-tables.ts";
import { isOwned, removeOrphans } from "../remove-orphans.ts";
import { verifyBackup, type OpenedBackup } from "./open-backup.ts";
import { wantedRecords, type Fields, type RestoreChoice } from "./wanted-records.ts";

export interface Restored {
  /** added, or deleted here and brought back */
  readonly checks: number;
  /** checks that are on this device, and were left as they are */
  readonly checksHere: number;
  /** checks that are on this device and of whose signals or outputs some could not be read: those were put back */
  readonly checksRepaired: number;
  /** checks that were not restored, since not all that belongs to them is in the backup */
  readonly checksNotWhole: number;
  /** records of models, runs, sets, rules and settings */
  readonly others: number;
}

/**
 * Adds what is not on this device yet, puts back what is here and cannot be read, and changes nothing else; a model that has
 * versions of its own here is left alone, a check that is only hidden (deleted a while ago) is brought back as it is, and what was
 * said of a check that is here is never that of the backup. The whole backup is read before the first record is written, so that
 * one that is cut short or altered changes nothing. What is large is written as it is read; what it belongs to, and all else, in
 * one transaction at the end: a restore that is cancelled or fails leaves nothing, and of one that was killed the next start
 * removes what is left. Damaged blocks are put back as they come: blocks never change, so that each is again what it was, and no
 * more than that has happened if the restore does not come to its end. To be done `alone`.
 */
export async function restoreBackup(db: IsolineDatabase, indexKey: CryptoKey, backup: OpenedBackup, choice: RestoreChoice, control: JobControl): Promise<Restored> {
  await verifyBackup(backup, control);
  try {
    return await restored(db, indexKey, backup, choice, control);
  } finally {
    await explained(db.transaction("rw", db.tables, async () => removeOrphans(db)));
  }
}

async function restored(db: IsolineDatabase, indexKey: CryptoKey, backup: OpenedBackup, choice: RestoreChoice, control: JobControl): Promise<Restored> {
  const here = new Map((await explained(readable(db.checks, () => db.checks.toCollection()))).records.map((check) => [check.id, check]));
  const wanted = backup.manifest.checks.filter(({ id, isDeleted }) => !isDeleted && (choice.kind === "everything" || choice.ids.has(id)));
  const added = wanted.filter(({ id }) => !here.has(id));
  const kept = wanted.filter(({ id }) => here.has(id));
  const hidden = kept.filter(({ id }) => here.get(id)?.deletedAt !== "");
  const { isOfAdded, isOther, isBlockHere, isOfCheck } = await wantedRecords(db, backup.manifest, { added, kept }, choice);
  const keyed = (table: string, records: readonly Fields[]) => Promise.all(records.map((record) => withRecordKeys(table, record, indexKey, (signalsId) => db.recordings.get(signalsId))));
  let others = 0;
  /** what blocks that were put back belong to */
  const repaired = new Set<unknown>();
  const heldOfChecks = new Map<string, Fields[]>();
  const heldOthers = new Map<string, Fields[]>();
  for await (const { table, records } of backup.records(control, "Restoring")) {
    if (!db.tables.some(({ name }) => name === table)) continue;
    const ofChecks = records.filter((record) => isOfAdded(table, record));
    const ofOthers = records.filter((record) => isOther(table, record));
    if (isOwned(table)) {
      const blocks = records.filter((record) => isOfAdded(table, record) || isBlockHere(table, record));
      const back = await explained(putBack(db.table<Fields, unknown>(table), blocks));
      for (const block of back) repaired.add(block["checkId"] ?? block["signalsId"]);
      others += back.filter((block) => !isOfCheck(table, block)).length;
      await explained(addMissing(db.table(table), ofChecks));
      others += await explained(addMissing(db.table(table), ofOthers));
    } else {
      hold(heldOfChecks, table, ofChecks);
      hold(heldOthers, table, ofOthers);
    }
  }
  const checks = (await keyed("checks", heldOfChecks.get("checks") ?? [])) as StoredCheck[];
  const words = await Promise.all(["verdicts", "relabels"].map(async (table) => [table, (await keyed(table, heldOfChecks.get(table) ?? [])) as Fields[]] as const));
  return explained(
    db.transaction("rw", db.tables, async () => {
      const whole = new Set<unknown>();
      for (const check of checks) {
        if (!(await hasBlocks(db, check))) continue;
        await db.checks.put(check);
        whole.add(check.id);
      }
      for (const [table, records] of words) {
        const ofWhole = records.filter(({ checkId }) => whole.has(checkId));
        await addOrPutBack(db.table(table), ofWhole);
      }
      for (const { id } of hidden) await db.checks.update(id, { deletedAt: "" });
      const models = await modelsHere(db);
      for (const [table, records] of heldOthers) {
        const wantedNow = records.filter(({ modelId }) => !(isOfRegistry(table) && models.has(modelId)));
        others += await addOrPutBack(db.table(table), wantedNow);
      }
      const left = kept.filter((check) => !hidden.includes(check));
      const checksRepaired = left.filter(({ id, signalsId }) => repaired.has(id) || repaired.has(signalsId)).length;
      return { checks: whole.size + hidden.length, checksHere: left.length - checksRepaired, checksRepaired, checksNotWhole: added.length - whole.size, others };
    }),
  );
}

/** Gives how many records were missing or damaged here, and no longer are. */
const addOrPutBack = (table: Table<unknown, unknown>, records: readonly Fields[]): PromiseLike<number> =>
  putBack(table, records).then((back) => addMissing(table, records).then((added) => back.length + added));

function hold(held: Map<string, Fields[]>, table: string, records: readonly Fields[]): void {
  const before = held.get(table);
  if (before === undefined) held.set(table, [...records]);
  else before.push(...records);
}
