import Dexie, { type Table } from "dexie";
import { entryHasher, type HashEntry } from "../../lifecycle/log/hash-entry.ts";
import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { addMissing } from "../add-missing.ts";
import { alone } from "../alone.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { chained, hashOf } from "../lifecycle/activity-log.ts";
import type { SettingRecord } from "../lifecycle/records.ts";
import { withRecordKeys } from "../record-keys.ts";
import type { RecordingFacts } from "../records.ts";
import { recordsATurn } from "../records-a-turn.ts";
import { isOfRegistry, modelsHere } from "../registry-tables.ts";
import { PlainDatabase } from "./plain-database.ts";

/**
 * Moves what was stored before there was encryption into the encrypted store, then deletes the old one. Each turn is written
 * before it is taken away, so that a move that was interrupted is taken up again and loses nothing. Nothing may be written to
 * the encrypted store before the move is done: the log goes on where the old one ends.
 *
 * A tab of an older version that was left open makes an old store anew, empty at first, and goes on with that. Moving it too
 * adds what is missing and changes nothing that is there; models that have versions here are left alone, and the log's
 * entries are appended under numbers of their own.
 * `onProgress` gets the share of records moved, 0 to 1.
 */
export async function movePlainStore(name: string, db: IsolineDatabase, indexKey: CryptoKey, onProgress: (share: number) => void = () => undefined): Promise<void> {
  if (!(await Dexie.exists(name))) return;
  const hashEntry = await entryHasher();
  await alone(db, async () => {
    // Another tab may have moved it meanwhile.
    if (await Dexie.exists(name)) await moved(new PlainDatabase(name), db, { indexKey, hashEntry, onProgress });
  });
}

interface Move {
  readonly indexKey: CryptoKey;
  readonly hashEntry: HashEntry;
  readonly onProgress: (share: number) => void;
}

async function moved(plain: PlainDatabase, db: IsolineDatabase, { indexKey, hashEntry, onProgress }: Move): Promise<void> {
  try {
    await explained(plain.open());
    const counts = await Promise.all(plain.tables.map((table) => table.count()));
    const total = counts.reduce((sum, count) => sum + count, 0);
    // Of a first move nothing is in the log before the models are moved.
    const models = (await explained(db.log.count())) === 0 ? new Set() : await explained(modelsHere(db));
    const isLeft = (table: string, record: unknown) => isOfRegistry(table) && models.has((record as { readonly modelId: string }).modelId);
    let done = 0;
    for (const table of plain.tables) {
      for (let batch = await nextBatch(table); batch.length > 0; batch = await nextBatch(table)) {
        const records = (await explained(table.bulkGet(batch))).filter((record: unknown) => record !== undefined && !isWithoutPlace(table.name, record) && !isLeft(table.name, record));
        if (table.name === "log") await explained(appendMissing(db, hashEntry, records as LogEntry[]));
        else {
          const keyed = await Promise.all(records.map((record: unknown) => withRecordKeys(table.name, record, indexKey, (signalsId) => plain.table<RecordingFacts, string>("recordings").get(signalsId))));
          await explained(addMissing(db.table(table.name), keyed));
        }
        await explained(table.bulkDelete(batch));
        done += batch.length;
        onProgress(done / total);
      }
    }
    await explained(plain.delete());
  } finally {
    plain.close();
  }
}

/** The keys of the records to be moved next. */
const nextBatch = (table: Table): Promise<unknown[]> => explained(table.limit(recordsATurn(table.name)).primaryKeys());

/** Who worked here is now the account. */
const isWithoutPlace = (table: string, record: unknown): boolean => table === "settings" && (record as SettingRecord).key === "operator";

/** Entries beyond the end of the log as they are, even if somebody altered them, which is then seen; those of a log that began anew are appended, with the number that they had. */
function appendMissing(db: IsolineDatabase, hashEntry: HashEntry, entries: readonly LogEntry[]): PromiseLike<void> {
  return db.transaction("rw", db.log, async () => {
    for (const entry of entries) {
      const { sequence, previousHash, hash, ...content } = entry;
      const last = (await db.log.toCollection().lastKey()) as number | undefined;
      if (sequence > (last ?? 0)) await db.log.add(entry);
      else if ((await hashOf(db, sequence)) !== hash) await chained(db, hashEntry, { ...content, details: { ...content.details, "number in an older version's log": sequence } });
    }
  });
}
