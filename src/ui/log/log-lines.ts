import type { LogEntry } from "../../lifecycle/log/log-entry.ts";

/** The log as JSON lines (jsonlines.org): one entry a line, hashes included, so that the chain can be verified elsewhere. */
export const logLines = (entries: readonly LogEntry[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
