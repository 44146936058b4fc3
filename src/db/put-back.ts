import type { Table } from "dexie";
import { keyOf } from "./add-missing.ts";
import { readableOf } from "./readable.ts";

/**
 * Puts records in place of those here that have their keys and were altered or damaged; gives the ones that were put back. Records
 * here that can be read stay as they are, and what is missing is not added. Reads no more than the records of these keys.
 */
export function putBack<Item>(table: Table<Item, unknown>, records: readonly Item[]): PromiseLike<readonly Item[]> {
  const keys = records.map((record) => keyOf(record, table.schema.primKey.keyPath));
  return table.db.transaction("rw", table, () =>
    readableOf(table, keys).then(({ damaged }) => {
      const lost = new Set(damaged.map((key) => JSON.stringify(key)));
      const back = records.filter((_, index) => lost.has(JSON.stringify(keys[index])));
      return table.bulkPut(back).then(() => back);
    }),
  );
}
