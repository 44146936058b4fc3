/** For tests: stores as released versions of Isoline left them, written by those versions themselves. */
import { readFile } from "node:fs/promises";

/** An IndexedDB database. */
export interface StoreFixture {
  readonly schema: number;
  /** IndexedDB's own version number */
  readonly version: number;
  readonly stores: Readonly<Record<string, ObjectStoreFixture>>;
}

interface ObjectStoreFixture extends IDBObjectStoreParameters {
  readonly indexes: Readonly<Record<string, string | string[] | ({ readonly path: string } & IDBIndexParameters)>>;
  readonly records: readonly unknown[];
}

/** JSON in which typed arrays and maps are tagged. */
export async function readJson<Fixture>(url: URL): Promise<Fixture> {
  return JSON.parse(await readFile(url, "utf8"), revive) as Fixture;
}

const ARRAYS = { Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;

function revive(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("$" in value)) return value;
  const tagged = value as { readonly $: "Map"; readonly entries: [unknown, unknown][] } | { readonly $: keyof typeof ARRAYS; readonly base64: string };
  return tagged.$ === "Map" ? new Map(tagged.entries) : new ARRAYS[tagged.$](Uint8Array.from(Buffer.from(tagged.base64, "base64")).buffer);
}

/** Lays the store down under a name, by IndexedDB alone. */
export function layDown(name: string, { version, stores }: StoreFixture): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onerror = () => reject(opening.error ?? new Error("not opened"));
    opening.onupgradeneeded = () => {
      for (const [table, { indexes, records, ...how }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(table, how);
        for (const [index, path] of Object.entries(indexes)) {
          if (typeof path === "string" || Array.isArray(path)) store.createIndex(index, path);
          else store.createIndex(index, path.path, path);
        }
        for (const record of records) store.add(record);
      }
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
