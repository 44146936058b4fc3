import type { Page } from "@playwright/test";

/** A record of IndexedDB as it lies there, read without the app. */
export interface RawRecord {
  readonly database: string;
  readonly store: string;
  /** the fields it is stored under, and found by */
  readonly keyFields: readonly string[];
  readonly fields: readonly string[];
  /** everything in it as one byte string: text as UTF-8, arrays as their bytes */
  readonly bytes: Buffer;
}

/** Every record of every database of the app's origin. */
export async function rawRecords(page: Page): Promise<readonly RawRecord[]> {
  const records = await page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) => new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error("not read"));
    });
    const text = (bytes: Uint8Array): string => {
      let latin1 = "";
      for (let at = 0; at < bytes.length; at += 8192) latin1 += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return latin1;
    };
    const flat = (value: unknown): string => {
      if (ArrayBuffer.isView(value)) return text(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      if (value instanceof ArrayBuffer) return text(new Uint8Array(value));
      if (value instanceof Map || value instanceof Set) return flat([...value]);
      if (typeof value !== "object" || value === null) return text(new TextEncoder().encode(String(value)));
      if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`what is in a ${value.constructor.name} would not be seen`);
      return Object.entries(value).map(([key, each]) => `${flat(key)}=${flat(each)};`).join("");
    };
    const found: { database: string; store: string; keyFields: string[]; fields: string[]; latin1: string }[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const keyFields = [records.keyPath, ...[...records.indexNames].map((index) => records.index(index).keyPath)].flat().filter((path) => path !== null);
        for (const record of (await answer(records.getAll())) as object[]) found.push({ database: name, store, keyFields, fields: Object.keys(record), latin1: flat(record) });
      }
      database.close();
    }
    return found;
  });
  return records.map(({ latin1, ...rest }) => ({ ...rest, bytes: Buffer.from(latin1, "latin1") }));
}

/** Everything else that the app's origin keeps, one after another: local and session storage, files of its own (OPFS), caches. */
export async function otherStorage(page: Page): Promise<Buffer> {
  const parts = await page.evaluate(async () => {
    const found: number[][] = [localStorage, sessionStorage].map((storage) => [...new TextEncoder().encode(JSON.stringify(storage))]);
    const add = async (name: string, content: Blob): Promise<void> => {
      found.push([...new TextEncoder().encode(name)], [...new Uint8Array(await content.arrayBuffer())]);
    };
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, entry] of folder.entries()) await (entry.kind === "file" ? add(name, await (entry).getFile()) : walk(entry));
    };
    await walk(await navigator.storage.getDirectory());
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) await add(`${name} ${request.url}`, await ((await cache.match(request))?.blob() ?? new Blob()));
    }
    return found;
  });
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/**
 * Changes records of a store as they lie there, past the app. `change` gets all of them and gives those to be put back; it
 * runs in the page, where it sees nothing of what stands around it.
 */
export async function alterRecords<Item>(page: Page, { database, store }: Pick<RawRecord, "database" | "store">, change: (records: Item[]) => Item[]): Promise<void> {
  await page.evaluate(`(${alterInPage.toString()})(${JSON.stringify(database)}, ${JSON.stringify(store)}, ${change.toString()})`);
}

/** Changes the first record of a store, as a failing disk does. */
export const damageOne = (page: Page, store: string): Promise<void> =>
  alterRecords<{ readonly sealed: Uint8Array }>(page, { database: "isoline-records", store }, ([one]) => [{ ...one, sealed: one.sealed.map((byte) => byte ^ 1) }]);

async function alterInPage(name: string, store: string, change: (records: unknown[]) => unknown[]): Promise<void> {
  const answer = <Value>(request: IDBRequest<Value>) => new Promise<Value>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("not done"));
  });
  const database = await answer(indexedDB.open(name));
  const records = database.transaction(store, "readwrite").objectStore(store);
  for (const changed of change(await answer(records.getAll()))) await answer(records.put(changed));
  database.close();
}
