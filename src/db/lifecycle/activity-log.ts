import type { Table } from "dexie";
import { entryHasher } from "../../lifecycle/log/hash-entry.ts";
import type { LogEntry, LogEvent } from "../../lifecycle/log/log-entry.ts";
import { UNNAMED_OPERATOR } from "../../lifecycle/settings.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";

export type ActivityLog = ReturnType<typeof createActivityLog>;

/** What was done, in order, each entry hashed with the one before. It can only be added to. */
export function createActivityLog(db: IsolineDatabase) {
  const hasher = entryHasher();

  /** Does the work and writes down what it did, both or neither; nothing is written where `eventOf` gives null. */
  async function logged<Result>(tables: readonly Table[], work: () => PromiseLike<Result>, eventOf: (result: Result) => LogEvent | null): Promise<Result> {
    const hashEntry = await hasher;
    return explained(
      db.transaction("rw", [...tables, db.log, db.settings], async () => {
        const result = await work();
        const event = eventOf(result);
        if (event === null) return result;
        const last = await db.log.orderBy("sequence").last();
        const operator = (await db.settings.get("operator"))?.value;
        const entry: Omit<LogEntry, "hash"> = {
          ...event,
          sequence: (last?.sequence ?? 0) + 1,
          at: new Date().toISOString(),
          who: typeof operator === "string" && operator !== "" ? operator : UNNAMED_OPERATOR,
          previousHash: last?.hash ?? "",
        };
        await db.log.add({ ...entry, hash: hashEntry(entry) });
        return result;
      }),
    );
  }

  return {
    logged,
    /** Writes down what left no trace in the store itself, such as an export. */
    note: (event: LogEvent): Promise<void> => logged([], () => Promise.resolve(), () => event),
    /** Every entry, oldest first: live. */
    entries: (): Promise<LogEntry[]> => explained(db.log.orderBy("sequence").toArray()),
    /** The entries about a model, newest first: live. */
    entriesOf: (modelId: string): Promise<LogEntry[]> => explained(db.log.where("modelId").equals(modelId).reverse().sortBy("sequence")),
  };
}
