import { createSHA256 } from "hash-wasm";
import type { LogEntry } from "./log-entry.ts";

/** Hashes an entry of the log; synchronous, so that it can be done within a transaction of IndexedDB. */
export type HashEntry = (entry: Omit<LogEntry, "hash">) => string;

/** SHA-256 of the entry's fields in a fixed order as JSON, the hash of the entry before among them: whatever is changed later breaks the chain. */
export async function entryHasher(): Promise<HashEntry> {
  const hasher = await createSHA256();
  return ({ sequence, at, who, action, what, modelId, details, previousHash }) => {
    const inOrder = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
    return hasher.init().update(JSON.stringify([sequence, at, who, action, what, modelId, inOrder, previousHash])).digest("hex");
  };
}
