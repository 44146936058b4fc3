import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeartRateTable } from "../../ecg/heart-rate/table.ts";
import type { Progress } from "../../ecg/progress.ts";
import type { ImportQuestion } from "../../ecg/reading/import-guess.ts";
import { EMPTY_SESSION, openedBy, reduceSession, type OpenedTable, type SessionEvent, type SessionState } from "./check-session.ts";

const table: HeartRateTable = {
  kind: "heart-rate",
  files: [{ name: "a.csv", bytes: 10, sha256: "00", rows: 0 }],
  form: "plain", unit: "bpm", timeKind: "seconds", columns: [], rows: 0, labelled: false, patients: [], findings: [],
};
const first: OpenedTable = { kind: "table", table, signalsId: "first" };
const second: OpenedTable = { kind: "table", table, signalsId: "second" };
const files = [new File(["x"], "a.csv")];
const question: ImportQuestion = {
  kind: "heart-rate", fileName: "a.csv", reasons: ["No header."], hasHeader: false, columns: [], firstRows: [], unit: "bpm", timeKind: "seconds",
};
const answered: SessionEvent = { kind: "answered", answers: { kind: "heart-rate", hasHeader: true, roles: [], unit: "rr-ms", timeKind: "seconds" } };
const problem = { code: "ragged", sentence: "A row is short.", place: {} };
const progress: Progress = { stage: "Reading", done: 1, total: 2, unit: "bytes" };

const after = (events: readonly SessionEvent[], from: SessionState = EMPTY_SESSION) => events.reduce(reduceSession, from);
const openStarted: SessionEvent = { kind: "open-started", files };
const withFirst = after([openStarted, { kind: "opened", opened: first }]);
const checkStarted: SessionEvent = { kind: "check-started", detectorNames: ["CNN", "Forest"] };

describe("opening", () => {
  it("ends with the table", () => expect(withFirst).toEqual({ kind: "opened", opened: first, problem: null }));
  it("shows progress", () => expect(after([openStarted, { kind: "progressed", progress }])).toMatchObject({ kind: "opening", progress }));
  it("falls back to the table before when cancelled", () => expect(after([openStarted, { kind: "cancelled" }], withFirst)).toEqual(withFirst));
  it("keeps the table before beside the problem when it fails", () => {
    const failed = after([openStarted, { kind: "failed", problem }], withFirst);
    expect(failed).toEqual({ kind: "opened", opened: first, problem });
    expect(after([openStarted, { kind: "cancelled" }], failed)).toEqual(withFirst);
  });
  it("says why when there was nothing before", () => expect(after([openStarted, { kind: "failed", problem }])).toEqual({ kind: "empty", problem }));
  it("replaces the table", () => expect(openedBy(after([openStarted, { kind: "opened", opened: second }], withFirst))).toBe(second));
});

describe("the question", () => {
  const asking = after([openStarted, { kind: "asked", question }], withFirst);
  it("keeps files and the table before", () => expect(asking).toEqual({ kind: "asking", files, question, problem: null, before: withFirst }));
  it("is asked again, as it was answered, with the reason when the answer will not do", () =>
    expect(after([answered, { kind: "failed", problem }], asking)).toEqual({ ...asking, question: { ...question, hasHeader: true, unit: "rr-ms" }, problem }));
  it("may be followed by another", () => {
    const other = { ...question, fileName: "b.csv" };
    expect(after([answered, { kind: "asked", question: other }], asking)).toMatchObject({ kind: "asking", question: other, problem: null });
  });
  it("can be left", () => expect(after([{ kind: "cancelled" }], asking)).toEqual(withFirst));
});

describe("checking", () => {
  const checking = after([checkStarted], withFirst);
  it("needs a table", () => expect(after([checkStarted])).toEqual(EMPTY_SESSION));
  it("starts progress anew with each detector", () =>
    expect(after([{ kind: "progressed", progress }, { kind: "detector-started", position: 1 }], checking)).toMatchObject({ position: 1, progress: null }));
  it.each<SessionEvent>([{ kind: "cancelled" }, { kind: "check-finished" }])("keeps the table after $kind", (event) =>
    expect(after([event], checking)).toEqual(withFirst));
  it("keeps the table when it fails", () => expect(after([{ kind: "failed", problem }], checking)).toEqual({ kind: "opened", opened: first, problem }));
  it("is not disturbed by a file", () => {
    expect(after([openStarted], checking)).toBe(checking);
    expect(after([{ kind: "opened", opened: second }], checking)).toBe(checking);
  });
});

it("never loses a table but to a removal or another table", () => {
  const event = fc.constantFrom<SessionEvent>(
    openStarted, answered, { kind: "asked", question }, checkStarted, { kind: "detector-started", position: 1 },
    { kind: "check-finished" }, { kind: "progressed", progress }, { kind: "cancelled" }, { kind: "failed", problem },
  );
  fc.assert(fc.property(fc.array(event), (events) => {
    expect(openedBy(after(events, withFirst))).toBe(first);
  }));
});
