import type { DBCore, DBCoreTable, Middleware } from "dexie";
import { meanwhile } from "../meanwhile.ts";
import { openRecord, sealRecord, type SealedRecord, type TableSeal } from "./sealed-record.ts";

/** Next to IndexedDB: below what Dexie itself puts in between, which must see readable records. */
const LEVEL = -10;

/**
 * Seals every record that is written and opens every one that is read, so that the code above works with plain records.
 * The transaction is held open `meanwhile`, since WebCrypto answers outside of it. Values cannot be read by
 * cursors, which answer at once: `each`, `filter`, `reverse`, `offset` before `toArray` throw; read and sort in memory instead.
 */
export function sealingMiddleware(key: CryptoKey, schema: number): Middleware<DBCore> {
  return {
    stack: "dbcore",
    name: "sealing",
    level: LEVEL,
    create: (core) => ({ ...core, table: (name) => sealedTable(core.table(name), key, schema) }),
  };
}

function sealedTable(table: DBCoreTable, key: CryptoKey, schema: number): DBCoreTable {
  const how: TableSeal = { table: table.name, plainFields: keyFields(table), schema, key };
  const open = (stored: SealedRecord | undefined) => Promise.resolve(stored === undefined ? undefined : openRecord(how, stored));
  // Promises of Dexie's own are chained, not awaited: they carry the transaction.
  return {
    ...table,
    mutate: (request) => {
      if (request.type !== "add" && request.type !== "put") return table.mutate(request);
      return meanwhile(() => Promise.all(request.values.map((record: Record<string, unknown>) => sealRecord(how, record)))).then((values) => table.mutate({ ...request, values }));
    },
    get: (request) => table.get(request).then((stored: SealedRecord | undefined) => meanwhile(() => open(stored))),
    getMany: (request) => table.getMany(request).then((stored: (SealedRecord | undefined)[]) => meanwhile(() => Promise.all(stored.map(open)))),
    query: (request) =>
      table.query(request).then((response) =>
        request.values === true ? meanwhile(() => Promise.all(response.result.map(open))).then((result) => ({ ...response, result })) : response,
      ),
    openCursor: (request) => {
      if (request.values === true) throw new Error(`values of the sealed table “${table.name}” cannot be read by a cursor`);
      return table.openCursor(request);
    },
  };
}

function keyFields({ schema: { primaryKey, indexes } }: DBCoreTable): string[] {
  return [primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []);
}
