import type { JobControl } from "../../ecg/progress.ts";
import type { Settings } from "../../lifecycle/settings.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { withRecordKeys } from "../record-keys.ts";
import type { BackedUpCheck } from "./manifest.ts";
import type { OpenedBackup } from "./open-backup.ts";

/** `everything`: checks, models, runs, sets, rules and settings; otherwise the checks of these ids, with their signals and verdicts. */
export type RestoreChoice = { readonly kind: "everything" } | { readonly kind: "checks"; readonly ids: ReadonlySet<string> };

export interface Restored {
  readonly checks: number;
  /** checks that are on this device, and were left as they are */
  readonly checksHere: number;
  /** records of models, runs, sets, rules and settings */
  readonly others: number;
}

/** A check is there only when all that belongs to it is: its own record comes last. */
const LAST = "checks";

/**
 * Adds what is not on this device yet and changes nothing that is; a model that has versions of its own here is left alone.
 * The whole backup is read before the first record is written, so that one that is cut short or altered changes nothing.
 */
export async function restoreBackup(db: IsolineDatabase, indexKey: CryptoKey, backup: OpenedBackup, choice: RestoreChoice, control: JobControl): Promise<Restored> {
  await verified(backup, control);
  const here = new Set(await explained(db.checks.toCollection().primaryKeys()));
  const wanted = backup.manifest.checks.filter(({ id, isDeleted }) => !isDeleted && (choice.kind === "everything" || choice.ids.has(id)));
  const added = wanted.filter(({ id }) => !here.has(id));
  const isOfAdded = membership(added);
  const isOfAny = membership(backup.manifest.checks);
  const isWantedOtherwise = await otherwiseWanted(db, choice);
  let others = 0;
  const checks: Fields[] = [];
  for await (const { table, records } of backup.records(control, "Restoring")) {
    if (!db.tables.some(({ name }) => name === table)) continue;
    const ofChecks = records.filter((record) => isOfAdded(table, record));
    if (table === LAST) {
      checks.push(...ofChecks);
      continue;
    }
    await addMissing(db, table, ofChecks, indexKey);
    others += await addMissing(db, table, records.filter((record) => !isOfAny(table, record) && isWantedOtherwise(table, record)), indexKey);
  }
  await addMissing(db, LAST, checks, indexKey);
  return { checks: added.length, checksHere: wanted.length - added.length, others };
}

type Fields = Readonly<Record<string, unknown>>;

/** Goes through the whole backup: throws where it is cut short or altered. */
async function verified(backup: OpenedBackup, control: JobControl): Promise<void> {
  const frames = backup.records(control, "Verifying");
  while ((await frames.next()).done !== true);
}

/** Tells of a record whether it is of one of these checks, or of their signals. */
function membership(checks: readonly BackedUpCheck[]): (table: string, record: Fields) => boolean {
  const checkIds = new Set<unknown>(checks.map(({ id }) => id));
  const signalsIds = new Set<unknown>(checks.map(({ signalsId }) => signalsId));
  return (table, record) => checkIds.has(table === LAST ? record["id"] : record["checkId"]) || (table !== LAST && signalsIds.has(record["signalsId"]));
}

/** Each device has an activity log of its own, and backs itself up. */
const ABOUT_THE_DEVICE: readonly (keyof Settings)[] = ["lastBackupAt"];
const REGISTRY: ReadonlySet<string> = new Set(["modelVersions", "versionFiles", "aliases", "suspensions"]);

/** Tells of a record that is of no check whether it is to be restored. */
async function otherwiseWanted(db: IsolineDatabase, choice: RestoreChoice): Promise<(table: string, record: Fields) => boolean> {
  if (choice.kind !== "everything") return () => false;
  const modelsHere = new Set<unknown>((await explained(db.modelVersions.toArray())).map(({ modelId }) => modelId));
  return (table, record) => {
    if (table === "log" || table === LAST) return false;
    if (table === "settings") return !ABOUT_THE_DEVICE.some((key) => key === record["key"]);
    return !(REGISTRY.has(table) && modelsHere.has(record["modelId"]));
  };
}

/** Gives how many were added. */
async function addMissing(db: IsolineDatabase, tableName: string, records: readonly Fields[], indexKey: CryptoKey): Promise<number> {
  if (records.length === 0) return 0;
  const table = db.table<unknown, unknown>(tableName);
  const keyed = await Promise.all(records.map((record) => withRecordKeys(tableName, record, indexKey, (signalsId) => db.recordings.get(signalsId))));
  return explained(
    db.transaction("rw", table, async () => {
      const { keyPath } = table.schema.primKey;
      const keysOf = keyed.map((record) => keyOf(record, keyPath));
      const present = await table.where(":id").anyOf(keysOf as never[]).primaryKeys();
      const taken = new Set(present.map((key) => JSON.stringify(key)));
      const missing = keyed.filter((_, index) => !taken.has(JSON.stringify(keysOf[index])));
      await table.bulkAdd(missing);
      return missing.length;
    }),
  );
}

function keyOf(record: unknown, keyPath: string | string[] | null | undefined): unknown {
  const fields = record as Readonly<Record<string, unknown>>;
  return Array.isArray(keyPath) ? keyPath.map((field) => fields[field]) : fields[keyPath ?? ""];
}
