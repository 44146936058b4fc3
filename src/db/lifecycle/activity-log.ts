import type { Table } from "dexie";
import { requirePermission } from "../../lifecycle/accounts/permission.ts";
import { entryHasher, type HashEntry } from "../../lifecycle/log/hash-entry.ts";
import type { LogAction, LogEntry, LogEvent } from "../../lifecycle/log/log-entry.ts";
import type { Session } from "../../lifecycle/accounts/account.ts";
import type { IsolineDatabase } from "../database.ts";
import { explained } from "../explained.ts";
import { permitted } from "../permitted.ts";
import { ifDamaged, readable } from "../readable.ts";
import { withRoom } from "../with-room.ts";

const OF_MODELS: ReadonlySet<LogAction> = new Set(["training", "registration", "promotion", "rollback", "stage", "rule", "alert", "suspension", "deletion"]);

/** Whether something was done to a model, not with it: the rest names files and patients. What is exported is a version or what a check gave. */
const isOfModel = ({ action, details }: LogEntry): boolean => OF_MODELS.has(action) || (action === "export" && "version" in details);

/** The log as it lies in the store. */
export interface StoredLog {
  readonly entries: readonly LogEntry[];
  /** numbers of the entries that cannot be read */
  readonly damaged: readonly number[];
}

export type ActivityLog = ReturnType<typeof createActivityLog>;

/** Adds an entry to the chain, under the next number and with the hash of the last one. To be called in a transaction. */
export async function chained(db: IsolineDatabase, hashEntry: HashEntry, content: Omit<LogEntry, "sequence" | "previousHash" | "hash">): Promise<void> {
  const lastSequence = (await db.log.toCollection().lastKey()) as number | undefined;
  const entry = { ...content, sequence: (lastSequence ?? 0) + 1, previousHash: lastSequence === undefined ? "" : await hashOf(db, lastSequence) };
  await db.log.add({ ...entry, hash: hashEntry(entry) });
}

/**
 * Of an entry; "" where it was altered or damaged. What is done goes on to be logged, after it and with a number of its own; it
 * names no hash rather than that of an entry further back, since the chain is not whole there and must not look it, even if the
 * damaged entry is taken away later.
 */
export const hashOf = (db: IsolineDatabase, sequence: number): PromiseLike<string> => db.log.get(sequence).then((entry) => entry?.hash ?? "", ifDamaged(() => ""));

/** What was done, in order, each entry hashed with the one before. It can only be added to. */
export function createActivityLog(db: IsolineDatabase, session: Session) {
  const hasher = entryHasher();

  /** Does the work and writes down what it did, both or neither; nothing is written where `eventOf` gives null. Both are done anew if there was no space at first, see `withRoom`. */
  async function logged<Result>(tables: readonly Table[], work: () => PromiseLike<Result>, eventOf: (result: Result) => LogEvent | null): Promise<Result> {
    const hashEntry = await hasher;
    return withRoom(db, () =>
      db.transaction("rw", [...tables, db.log], async () => {
        const result = await work();
        const event = eventOf(result);
        if (event === null) return result;
        await chained(db, hashEntry, { ...event, at: new Date().toISOString(), who: session.name });
        return result;
      }),
    );
  }

  /** Every entry, oldest first, and the numbers of those that were altered or damaged: there the chain is broken. Live. */
  const stored = permitted(session, "read the activity log", (): Promise<StoredLog> =>
    explained(readable(db.log, () => db.log.toCollection()).then(({ records, damaged }) => ({ entries: records, damaged }))));

  return {
    logged,
    /** Writes down what left no trace in the store itself, such as an export. */
    note: (event: LogEvent): Promise<void> => logged([], () => Promise.resolve(), () => event),
    stored,
    /** The entries that can be read, oldest first: live. */
    entries: (): Promise<readonly LogEntry[]> => stored().then(({ entries }) => entries),
    /** What became of a model, newest first, for everybody: live. Entries about none are for those who may read the log. */
    entriesOf: async (modelId: string): Promise<LogEntry[]> => {
      if (modelId === "") requirePermission(session, "read the activity log");
      return explained(readable(db.log, () => db.log.where("modelId").equals(modelId)).then(({ records }) => records.filter(isOfModel).sort((a, b) => b.sequence - a.sequence)));
    },
  };
}
