/** For tests: repositories that need no sign-in, and what happens to a store. */
import Dexie from "dexie";
import type { Session } from "../lifecycle/accounts/account.ts";
import { IsolineDatabase } from "./database.ts";
import { createRepository, type Repository } from "./repository.ts";
import { deriveStoreKeys } from "./sealing/store-keys.ts";

export const TEST_KEYS = await deriveStoreKeys(new Uint8Array(32));

export const TEST_SESSION: Session = { kind: "account", accountId: "a", name: "A. Nurse", role: "administrator" };

export const testRepository = (databaseName: string, session: Session = TEST_SESSION): Repository => createRepository({ db: new IsolineDatabase(databaseName, TEST_KEYS.sealing), keys: TEST_KEYS, session });

/** Changes one byte of a stored record, as a failing disk does. */
export function damage(database: string, store: string, key: IDBValidKey): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error ?? new Error("not opened"));
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, "readwrite");
      const reading = transaction.objectStore(store).get(key) as IDBRequest<{ readonly sealed: Uint8Array }>;
      reading.onsuccess = () => {
        const { sealed } = reading.result;
        transaction.objectStore(store).put({ ...reading.result, sealed: sealed.with(20, sealed[20] ^ 1) });
      };
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** The keys that lie in a store, damaged or not. */
export async function keysOf(database: string, store: string): Promise<readonly unknown[]> {
  const raw = await new Dexie(database).open();
  const keys = await raw.table(store).toCollection().primaryKeys();
  raw.close();
  return keys;
}

/** Every record as it lies there sealed, by table and key: what is written anew is sealed anew, and differs. */
export async function storedBytes(database: string): Promise<ReadonlyMap<string, string>> {
  const raw = await new Dexie(database).open();
  const records = await Promise.all(raw.tables.map(async (table) => {
    const keys = await table.toCollection().primaryKeys();
    const stored = (await table.bulkGet(keys)) as { readonly sealed: Uint8Array }[];
    return stored.map(({ sealed }, i) => [`${table.name} ${JSON.stringify(keys[i])}`, Buffer.from(sealed).toString("base64")] as const);
  }));
  raw.close();
  return new Map(records.flat());
}

/** Web Locks, which Node may lack: exclusive ones, in one realm. */
export function testLocks(): Pick<LockManager, "request"> {
  const queues = new Map<string, Promise<unknown>>();
  const request = (name: string, { ifAvailable = false, signal }: LockOptions, work: (lock: Lock | null) => Promise<unknown>): Promise<unknown> => {
    const before = queues.get(name);
    if (before !== undefined && ifAvailable) return work(null);
    const done = (async () => {
      await before;
      signal?.throwIfAborted();
      return work({ name, mode: "exclusive" });
    })();
    const over = done.then(() => undefined, () => undefined).then(() => {
      if (queues.get(name) === over) queues.delete(name);
    });
    queues.set(name, over);
    return done;
  };
  return { request } as Pick<LockManager, "request">;
}
