import type { Collection, Table } from "dexie";
import { ProblemError } from "../ecg/problem.ts";

/** Whether a record could not be opened because it was altered or damaged. */
export const isDamaged = (cause: unknown): boolean => cause instanceof ProblemError && cause.code === "record-damaged";

/** The records that can be read, and how many cannot: one that was damaged must not hide the others. */
export async function readable<Item, Key>(table: Table<Item, Key>, collection: () => Collection<Item, Key>): Promise<{ readonly records: Item[]; readonly damaged: number }> {
  try {
    return { records: await collection().toArray(), damaged: 0 };
  } catch (cause) {
    if (!isDamaged(cause)) throw cause;
  }
  const records: Item[] = [];
  let damaged = 0;
  for (const key of await collection().primaryKeys()) {
    try {
      const record = await table.get(key);
      if (record !== undefined) records.push(record);
    } catch (cause) {
      if (!isDamaged(cause)) throw cause;
      damaged++;
    }
  }
  return { records, damaged };
}
