import { describe, expect, it } from "vitest";
import type { LogEntry } from "../../lifecycle/log/log-entry.ts";
import { filterEntries, NO_FILTER, shownDetails } from "./filter-entries.ts";
import { logLines } from "./log-lines.ts";

const entry = (sequence: number, change: Partial<LogEntry>): LogEntry => ({
  sequence, at: new Date(2026, 10, 20 + sequence, 12).toISOString(), who: "A. Nurse", action: "check", what: "Checked ward.csv", modelId: "beat-cnn", details: {}, previousHash: "", hash: "h", ...change,
});
const entries = [
  entry(1, {}),
  entry(2, { action: "promotion", who: "B. Doctor", what: "Promoted version 2", details: { reason: "Better on Ward 7", before: 1 } }),
  entry(3, { modelId: "lstm-fcn" }),
];
const shown = (filter: Partial<typeof NO_FILTER>) => filterEntries(entries, { ...NO_FILTER, ...filter }).map(({ sequence }) => sequence);

describe("filterEntries", () => {
  it("shows everything, newest first, without a filter", () => {
    expect(shown({})).toEqual([3, 2, 1]);
  });

  it("filters by action, model, person, text in details too, and days", () => {
    expect(shown({ action: "promotion" })).toEqual([2]);
    expect(shown({ modelId: "lstm-fcn" })).toEqual([3]);
    expect(shown({ who: "B. Doctor" })).toEqual([2]);
    expect(shown({ text: "ward 7" })).toEqual([2]);
    expect(shown({ text: "ward" })).toEqual([3, 2, 1]);
    expect(shown({ from: "2026-11-22" })).toEqual([3, 2]);
    expect(shown({ from: "2026-11-22", to: "2026-11-22" })).toEqual([2]);
    expect(shown({ action: "promotion", who: "A. Nurse" })).toEqual([]);
  });
});

it("shows hashes by their beginning, and finds them by any part", () => {
  const hash = "0123456789abcdef".repeat(4);
  expect(shownDetails({ rows: 3, model: hash })).toBe("rows: 3, model: 0123456789ab…");
  expect(filterEntries([entry(1, { details: { model: hash } })], { ...NO_FILTER, text: hash.slice(20, 50) })).toHaveLength(1);
});

it("is exported as one JSON value a line, oldest first, with all that the hashes are of", () => {
  const lines = logLines(entries).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line) as LogEntry)).toEqual(entries);
  expect(logLines([])).toBe("");
});
