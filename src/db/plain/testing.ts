/** For tests: what was stored before there was encryption, as the app finds it afterwards. */
import { readFile } from "node:fs/promises";
import { IsolineDatabase } from "../database.ts";
import { createRepository, type Repository } from "../repository.ts";
import { TEST_KEYS, TEST_SESSION } from "../testing.ts";
import { movePlainStore } from "./move-plain-store.ts";

/** The repository after the plain store of that name was moved into it. */
export async function movedRepository(plainName: string): Promise<Repository> {
  const db = new IsolineDatabase(`${plainName}-sealed`, TEST_KEYS.sealing);
  await movePlainStore(plainName, db, TEST_KEYS.index);
  return createRepository({ db, keys: TEST_KEYS, session: TEST_SESSION });
}

/** A store as a released version of Isoline left it: `fixtures/schema-N.json` was written by that version itself. */
export interface StoreFixture {
  readonly schema: number;
  /** IndexedDB's own version number */
  readonly version: number;
  readonly stores: Readonly<Record<string, { readonly keyPath: string | string[]; readonly indexes: Readonly<Record<string, string | string[]>>; readonly records: readonly unknown[] }>>;
}

export async function readFixture(schema: number): Promise<StoreFixture> {
  const text = await readFile(new URL(`fixtures/schema-${schema}.json`, import.meta.url), "utf8");
  return JSON.parse(text, revive) as StoreFixture;
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
      for (const [table, { keyPath, indexes, records }] of Object.entries(stores)) {
        const store = opening.result.createObjectStore(table, { keyPath });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
        for (const record of records) store.add(record);
      }
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}
