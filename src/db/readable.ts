import type { Collection, Table } from "dexie";
import { ProblemError } from "../ecg/problem.ts";

/** Whether a record could not be opened because it was altered or damaged. */
export const isDamaged = (cause: unknown): boolean => cause instanceof ProblemError && cause.code === "record-damaged";

/** The records that can be read, and the keys of those that cannot: one that was damaged must not hide the others. */
export interface Readable<Item, Key> {
  readonly records: Item[];
  readonly damaged: Key[];
}

export async function readable<Item, Key>(table: Table<Item, Key>, collection: () => Collection<Item, Key>): Promise<Readable<Item, Key>> {
  try {
    return { records: await collection().toArray(), damaged: [] };
  } catch (cause) {
    if (!isDamaged(cause)) throw cause;
  }
  return oneByOne(table, await collection().primaryKeys());
}

/** Of some keys; those under which nothing lies are passed over. */
export async function readableOf<Item, Key>(table: Table<Item, Key>, keys: readonly Key[]): Promise<Readable<Item, Key>> {
  try {
    return { records: (await table.bulkGet([...keys])).filter((record) => record !== undefined), damaged: [] };
  } catch (cause) {
    if (!isDamaged(cause)) throw cause;
  }
  return oneByOne(table, keys);
}

async function oneByOne<Item, Key>(table: Table<Item, Key>, keys: readonly Key[]): Promise<Readable<Item, Key>> {
  const records: Item[] = [];
  const damaged: Key[] = [];
  for (const key of keys) {
    try {
      const record = await table.get(key);
      if (record !== undefined) records.push(record);
    } catch (cause) {
      if (!isDamaged(cause)) throw cause;
      damaged.push(key);
    }
  }
  return { records, damaged };
}
