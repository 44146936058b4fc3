import type { HashEntry } from "./hash-entry.ts";
import type { LogEntry } from "./log-entry.ts";

/** Whether the log is as it was written. */
export type ChainState =
  | { readonly kind: "whole"; readonly entries: number }
  /** `sequence`: of the first entry that does not fit what is before it */
  | { readonly kind: "broken"; readonly sequence: number; readonly why: "altered" | "unreadable" | "missing" | "out-of-order" | "unlinked" };

/**
 * Goes through the log, oldest entry first as stored: numbers must follow one another from 1, each entry must have the hash of
 * its own content, and name that of the entry before. What was cut off at the end leaves a whole chain: compare the last hash
 * with one that was written down elsewhere, such as in an export. `unreadable`: numbers of entries that are stored and cannot
 * be read; they break the chain even at the end.
 */
export function verifyChain(entries: readonly LogEntry[], hashEntry: HashEntry, unreadable: readonly number[] = []): ChainState {
  const gapAt = (sequence: number): ChainState => ({ kind: "broken", sequence, why: unreadable.includes(sequence) ? "unreadable" : "missing" });
  let previousHash = "";
  for (const [index, entry] of entries.entries()) {
    const { hash, ...content } = entry;
    const sequence = index + 1;
    if (entry.sequence < sequence) return { kind: "broken", sequence, why: "out-of-order" };
    if (entry.sequence > sequence) return gapAt(sequence);
    if (hashEntry(content) !== hash) return { kind: "broken", sequence, why: "altered" };
    if (entry.previousHash !== previousHash) return { kind: "broken", sequence, why: "unlinked" };
    previousHash = hash;
  }
  if (unreadable.length > 0) return gapAt(entries.length + 1);
  return { kind: "whole", entries: entries.length };
}

/** What is wrong at the break, and what that means. */
export function chainSentence({ sequence, why }: Extract<ChainState, { kind: "broken" }>): string {
  const what = {
    altered: `entry ${sequence} was changed after it was written`,
    unreadable: `entry ${sequence} was altered or damaged and cannot be read`,
    missing: `entry ${sequence} is missing`,
    "out-of-order": `entry ${sequence} is not in its place`,
    unlinked: `entry ${sequence} does not follow from the one before it, which was replaced`,
  }[why];
  return `The chain of the log is broken: ${what}. Entries from ${sequence} on cannot be relied upon. Keep this device as it is, export the log, and tell whoever answers for it.`;
}
