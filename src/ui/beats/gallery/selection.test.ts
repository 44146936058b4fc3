import { describe, expect, it } from "vitest";
import { NO_SELECTION, select, type SelectionAction } from "./selection.ts";

const shown = Uint32Array.of(7, 3, 9, 1, 5);
const after = (...actions: readonly SelectionAction[]) => [...actions.reduce(select, NO_SELECTION).beats].sort((a, b) => a - b);
const toggled = (beat: number): SelectionAction => ({ kind: "toggled", beat });
const extended = (from: number, to: number, order = shown): SelectionAction => ({ kind: "extended", from, to, shown: order });

describe("select", () => {
  it("selects one beat after the other, and takes them away", () => {
    expect(after(toggled(3), toggled(5))).toEqual([3, 5]);
    expect(after(toggled(3), toggled(5), toggled(3))).toEqual([5]);
  });
  it("selects a range in the order shown, in either direction", () => {
    expect(after(extended(3, 1))).toEqual([1, 3, 9]);
    expect(after(extended(1, 3))).toEqual([1, 3, 9]);
  });
  it("moves the far end of a range and turns it about its start", () => {
    expect(after(extended(9, 1), extended(1, 5))).toEqual([1, 5, 9]);
    expect(after(extended(9, 1), extended(1, 9))).toEqual([9]);
    expect(after(extended(9, 5), extended(5, 7))).toEqual([3, 7, 9]);
  });
  it("adds a range to what was selected before it", () => expect(after(toggled(7), toggled(1), extended(1, 5))).toEqual([1, 5, 7]));
  it("starts a new range where the old one's start is no longer shown", () => {
    expect(after(toggled(7), extended(9, 1, shown.subarray(1)))).toEqual([1, 7, 9]);
  });
  it("selects all shown and none", () => {
    expect(after({ kind: "all", shown })).toEqual([1, 3, 5, 7, 9]);
    expect(after({ kind: "all", shown }, { kind: "cleared" })).toEqual([]);
  });
  it("changes no selection it was given", () => {
    const before = select(NO_SELECTION, toggled(3));
    select(before, toggled(5));
    expect([...before.beats]).toEqual([3]);
  });
});
