import Dexie, { type Table } from "dexie";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import type { SettingRecord } from "../lifecycle/records.ts";
import { withRecordKeys } from "../record-keys.ts";
import type { RecordingFacts } from "../records.ts";
import { recordsATurn } from "../records-a-turn.ts";
import { PlainDatabase } from "./plain-database.ts";

/**
 * Moves what was stored before there was encryption into the encrypted store, then deletes the old one. Each turn is written
 * before it is taken away, so that a move that was interrupted is taken up again and loses nothing. Nothing may be written to
 * the encrypted store before the move is done: the log goes on where the old one ends.
 * `onProgress` gets the share of records moved, 0 to 1.
 */
export async function movePlainStore(name: string, db: IsolineDatabase, indexKey: CryptoKey, onProgress: (share: number) => void = () => undefined): Promise<void> {
  if (!(await Dexie.exists(name))) return;
  const plain = new PlainDatabase(name);
  try {
    await explained(plain.open());
    const counts = await Promise.all(plain.tables.map((table) => table.count()));
    const total = counts.reduce((sum, count) => sum + count, 0);
    let moved = 0;
    for (const table of plain.tables) {
      for (let batch = await nextBatch(table); batch.length > 0; batch = await nextBatch(table)) {
        const records = await Promise.all((await explained(table.bulkGet(batch))).map((record) => asSealed(table.name, record, indexKey, plain)));
        await explained(db.table(table.name).bulkPut(records.filter((record) => record !== null)));
        await explained(table.bulkDelete(batch));
        moved += batch.length;
        onProgress(moved / total);
      }
    }
    await explained(plain.delete());
  } finally {
    plain.close();
  }
}

/** The keys of the records to be moved next. */
const nextBatch = (table: Table): Promise<unknown[]> => explained(table.limit(recordsATurn(table.name)).primaryKeys());

/** A record as the encrypted store has it; null for what it has no place for: who worked here is now the account. */
async function asSealed(table: string, record: unknown, indexKey: CryptoKey, plain: PlainDatabase): Promise<unknown> {
  if (table === "settings" && (record as SettingRecord).key === "operator") return null;
  return withRecordKeys(table, record, indexKey, (signalsId) => plain.table<RecordingFacts, string>("recordings").get(signalsId));
}
