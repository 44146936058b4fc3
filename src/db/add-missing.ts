import type { Table } from "dexie";

/** Adds the records whose keys are not taken yet; gives how many. */
export function addMissing(table: Table<unknown, unknown>, records: readonly unknown[]): PromiseLike<number> {
  const { keyPath } = table.schema.primKey;
  const keys = records.map((record) => keyOf(record, keyPath));
  return table.db.transaction("rw", table, async () => {
    const present = await table.where(":id").anyOf(keys as never[]).primaryKeys();
    const taken = new Set(present.map((key) => JSON.stringify(key)));
    const missing = records.filter((_, index) => !taken.has(JSON.stringify(keys[index])));
    await table.bulkAdd(missing);
    return missing.length;
  });
}

/** What a record lies under. */
export function keyOf(record: unknown, keyPath: string | string[] | null | undefined): unknown {
  const fields = record as Readonly<Record<string, unknown>>;
  return Array.isArray(keyPath) ? keyPath.map((field) => fields[field]) : fields[keyPath ?? ""];
}
