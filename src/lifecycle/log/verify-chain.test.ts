import { beforeAll, describe, expect, it } from "vitest";
import { entryHasher, type HashEntry } from "./hash-entry.ts";
import type { LogEntry } from "./log-entry.ts";
import { chainSentence, verifyChain } from "./verify-chain.ts";

let hashEntry: HashEntry;
beforeAll(async () => {
  hashEntry = await entryHasher();
});

function chain(length: number, whats: (sequence: number) => string = (sequence) => `Checked file ${sequence}`): LogEntry[] {
  const entries: LogEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const content = { sequence, at: `2026-11-21T10:00:0${sequence}.000Z`, who: "A. Nurse", action: "check" as const, what: whats(sequence), modelId: "beat-cnn", details: { rows: 7, check: "c" }, previousHash: entries.at(-1)?.hash ?? "" };
    entries.push({ ...content, hash: hashEntry(content) });
  }
  return entries;
}

describe("verifyChain", () => {
  it("finds an untouched log whole, an empty one too", () => {
    expect(verifyChain([], hashEntry)).toEqual({ kind: "whole", entries: 0 });
    expect(verifyChain(chain(5), hashEntry)).toEqual({ kind: "whole", entries: 5 });
  });

  it("names the entry that was altered, in any of its fields", () => {
    const alterations: Partial<LogEntry>[] = [{ what: "Checked nothing" }, { who: "B. Doctor" }, { at: "2026-11-21T10:00:09.000Z" }, { action: "export" }, { modelId: "" }, { details: { rows: 8, check: "c" } }, { previousHash: "0" }, { hash: "0" }];
    for (const alteration of alterations) {
      const entries = chain(5).map((entry) => (entry.sequence === 3 ? { ...entry, ...alteration } : entry));
      expect(verifyChain(entries, hashEntry)).toEqual({ kind: "broken", sequence: 3, why: "altered" });
    }
  });

  it("does not mind the order of details, which no store keeps", () => {
    const entries = chain(2).map((entry) => ({ ...entry, details: { check: "c", rows: 7 } }));
    expect(verifyChain(entries, hashEntry).kind).toBe("whole");
  });

  it("names the entry after an altered one whose hash was made anew", () => {
    const entries = chain(5);
    const { hash, ...content } = { ...entries[1], what: "Checked nothing" };
    const forged = { ...content, hash: hashEntry(content) };
    expect(hash).not.toBe(forged.hash);
    expect(verifyChain(entries.with(1, forged), hashEntry)).toEqual({ kind: "broken", sequence: 3, why: "unlinked" });
  });

  it("finds what was removed, at the beginning and in the middle, and what changed places", () => {
    expect(verifyChain(chain(5).slice(1), hashEntry)).toEqual({ kind: "broken", sequence: 1, why: "missing" });
    expect(verifyChain(chain(5).toSpliced(2, 1), hashEntry)).toEqual({ kind: "broken", sequence: 3, why: "missing" });
    const entries = chain(5);
    expect(verifyChain([entries[0], entries[2], entries[1], entries[3]], hashEntry)).toEqual({ kind: "broken", sequence: 2, why: "missing" });
    expect(verifyChain([entries[0], entries[0], entries[1]], hashEntry)).toEqual({ kind: "broken", sequence: 2, why: "out-of-order" });
  });

  it("names what is stored and cannot be read, at the end too, and what is wrong before it first", () => {
    const entries = chain(5);
    const unreadable = { kind: "broken", why: "unreadable" };
    for (const sequence of [1, 3, 5]) expect(verifyChain(entries.toSpliced(sequence - 1, 1), hashEntry, [sequence])).toEqual({ ...unreadable, sequence });
    expect(verifyChain(entries.toSpliced(3, 1).with(1, { ...entries[1], what: "Checked nothing" }), hashEntry, [4])).toEqual({ kind: "broken", sequence: 2, why: "altered" });
    expect(verifyChain([], hashEntry, [1])).toEqual({ ...unreadable, sequence: 1 });
    expect(verifyChain(entries.slice(0, 2), hashEntry, [4])).toEqual({ kind: "broken", sequence: 3, why: "missing" });
  });

  it("tells of entries that were renumbered to close a gap", () => {
    const entries = chain(5).toSpliced(2, 1).map((entry, index) => ({ ...entry, sequence: index + 1 }));
    expect(verifyChain(entries, hashEntry)).toEqual({ kind: "broken", sequence: 3, why: "altered" });
  });
});

it("says where the chain is broken and what to do", () => {
  expect(chainSentence({ kind: "broken", sequence: 3, why: "missing" })).toMatch(/entry 3 is missing.*from 3 on.*export the log/);
});
