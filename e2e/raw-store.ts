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
      if (value instanceof Map) return flat([...value]);
      if (typeof value === "object" && value !== null) return Object.entries(value).map(([key, each]) => `${key}=${flat(each)};`).join("");
      return text(new TextEncoder().encode(String(value)));
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
