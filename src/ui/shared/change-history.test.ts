import { expect, it } from "vitest";
import { changeHistory, NO_HISTORY, type ChangeHistoryAction } from "./change-history.ts";

const changed = (change: string): ChangeHistoryAction<string> => ({ kind: "changed", change });
const UNDO = { kind: "undone" } as const;
const REDO = { kind: "redone" } as const;
const after = (...actions: ChangeHistoryAction<string>[]) => actions.reduce(changeHistory<string>, NO_HISTORY);

it("undoes the last change first and does it again", () => {
  expect(after(changed("a"), changed("b"), UNDO)).toEqual({ done: ["a"], undone: ["b"] });
  expect(after(changed("a"), changed("b"), UNDO, UNDO, REDO)).toEqual({ done: ["a"], undone: ["b"] });
  expect(after(UNDO)).toBe(NO_HISTORY);
  expect(after(REDO)).toBe(NO_HISTORY);
});

it("forgets what was undone once something else is done", () => {
  expect(after(changed("a"), UNDO, changed("b"))).toEqual({ done: ["b"], undone: [] });
});
