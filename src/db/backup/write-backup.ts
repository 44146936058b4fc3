import type { JobControl } from "../../ecg/progress.ts";
import { SCHEMA, type IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { readable, readableOf } from "../readable.ts";
import { recordsATurn } from "../records-a-turn.ts";
import { keyOfPassphrase } from "../sealing/key-of-secret.ts";
import { encodeRecord } from "../sealing/record-codec.ts";
import { framing } from "./frames.ts";
import { headerBytes, type BackupHeader } from "./header.ts";
import { aboutCheck, type Manifest } from "./manifest.ts";

export interface BackupOptions extends JobControl {
  readonly passphrase: string;
  readonly appVersion: string;
}

/** What became of a backup. */
export interface Written {
  /** records that were altered or damaged, and are not in it */
  readonly damaged: number;
}

/**
 * The whole store as one encrypted file, a piece at a time: header, a manifest, the records of each table, and a content without
 * records by which the end is known. What is written to the store meanwhile is left out; what is deleted meanwhile may be.
 */
export async function* writeBackup(db: IsolineDatabase, { passphrase, appVersion, signal, onProgress }: BackupOptions): AsyncGenerator<Uint8Array<ArrayBuffer>, Written> {
  const header: BackupHeader = { format: 2, fileId: crypto.randomUUID(), schema: SCHEMA, salt: crypto.getRandomValues(new Uint8Array(32)) };
  const framesOf = framing({ header, key: await keyOfPassphrase(passphrase, header.salt) });
  const { keys, checks } = await explained(
    db.transaction("r", db.tables, async () => ({ keys: await Promise.all(db.tables.map((table) => table.toCollection().primaryKeys())), checks: (await readable(db.checks, () => db.checks.toCollection())).records })),
  );
  const total = keys.reduce((sum, { length }) => sum + length, 0);
  const manifest: Manifest = { createdAt: new Date().toISOString(), appVersion, checks: checks.map(aboutCheck), records: total };
  yield headerBytes(header);
  yield* framesOf(encodeRecord(manifest), false);
  let done = 0;
  let damaged = 0;
  for (const [at, table] of db.tables.entries()) {
    for (let from = 0; from < keys[at].length; from += recordsATurn(table.name)) {
      signal.throwIfAborted();
      const batch = keys[at].slice(from, from + recordsATurn(table.name));
      const read = await explained(readableOf<unknown, unknown>(table, batch));
      damaged += read.damaged.length;
      yield* framesOf(encodeRecord({ table: table.name, records: read.records }), false);
      done += batch.length;
      onProgress({ stage: "Backing up", done, total, unit: "steps" });
    }
  }
  yield* framesOf(encodeRecord({ table: "", records: [] }), true);
  return { damaged };
}
