import { describe, expect, it } from "vitest";
import { placeAfter } from "./place-after.ts";

describe("where a key leads in a list", () => {
  it.each([
    ["ArrowDown", 4, 5], ["ArrowDown", 9, 9], ["ArrowUp", 4, 3], ["ArrowUp", 0, 0],
    ["PageDown", 1, 8], ["PageDown", 8, 9], ["PageUp", 9, 2], ["PageUp", 3, 0],
    ["Home", 5, 0], ["End", 5, 9], ["Enter", 5, 5], [" ", 5, 5],
  ])("%s from %d of 0 to 9: %d", (key, from, to) => {
    expect(placeAfter(key, from, 9)).toBe(to);
  });

  it("leaves other keys alone", () => {
    expect(placeAfter("n", 5, 9)).toBeNull();
    expect(placeAfter("Tab", 5, 9)).toBeNull();
  });
});
