import { describe, expect, it } from "vitest";
import { NO_HISTORY, verdictHistory, type VerdictChange, type VerdictHistoryAction } from "./verdict-history.ts";

const accept: VerdictChange = { peakRow: 12, before: null, after: "accepted" };
const reject: VerdictChange = { peakRow: 40, before: "uncertain", after: "rejected" };
const run = (...actions: readonly VerdictHistoryAction[]) => actions.reduce(verdictHistory, NO_HISTORY);
const changed = (change: VerdictChange): VerdictHistoryAction => ({ kind: "changed", change });

describe("verdictHistory", () => {
  it("undoes the latest first and does it again in order", () => {
    expect(run(changed(accept), changed(reject), { kind: "undone" })).toEqual({ done: [accept], undone: [reject] });
    expect(run(changed(accept), changed(reject), { kind: "undone" }, { kind: "undone" }, { kind: "redone" })).toEqual({ done: [accept], undone: [reject] });
  });
  it("forgets what was undone once something new is decided", () => {
    expect(run(changed(accept), { kind: "undone" }, changed(reject))).toEqual({ done: [reject], undone: [] });
  });
  it("has nothing to undo or redo at first", () => {
    expect(run({ kind: "undone" }, { kind: "redone" })).toBe(NO_HISTORY);
  });
});
