/** For tests: devices that are backed up and restored. */
import { IsolineDatabase } from "../database.ts";
import { movedRepository, readFixture } from "../plain/testing.ts";
import { layDown } from "../store-fixture.ts";
import { createRepository, type Repository } from "../repository.ts";
import { deriveStoreKeys } from "../sealing/store-keys.ts";
import { TEST_SESSION } from "../testing.ts";

export const PASSPHRASE = "seven ravens cross the moor";
export const control = { signal: new AbortController().signal, onProgress: () => undefined };
export const EVERYTHING = { kind: "everything" } as const;

/** A device with checks of every kind, a version, a set, a rule and settings. */
export async function fullDevice(name: string): Promise<Repository> {
  await layDown(name, await readFixture(5));
  return movedRepository(name);
}

/** Another device: a store under keys of its own. */
export async function otherDevice(name: string): Promise<{ readonly db: IsolineDatabase; readonly repository: Repository; readonly counts: () => Promise<Readonly<Record<string, number>>> }> {
  const keys = await deriveStoreKeys(crypto.getRandomValues(new Uint8Array(32)));
  const db = new IsolineDatabase(name, keys.sealing);
  return {
    db,
    repository: createRepository({ db, keys, session: TEST_SESSION }),
    counts: async () => Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const))),
  };
}

export async function backedUp(repository: Repository): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await repository.backup.write({ ...control, passphrase: PASSPHRASE, appVersion: "0.1.0" }, new WritableStream({ write: (piece) => void pieces.push(piece) }));
  return new Blob(pieces);
}
