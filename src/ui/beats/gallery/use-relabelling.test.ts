import { expect, it } from "vitest";
import { commonGiven, namedBeats } from "./use-relabelling.ts";

it("names one beat by its number and counts several", () => {
  expect(namedBeats([11])).toBe("Beat 12");
  expect(namedBeats([11, 4, 9])).toBe("3 beats");
});

it("finds the class that all beats were given", () => {
  const relabels = new Map([[1, 2], [2, 2], [3, 0]]);
  expect(commonGiven([1, 2], relabels)).toBe(2);
  expect(commonGiven([1, 3], relabels)).toBeNull();
  expect(commonGiven([1, 4], relabels)).toBeNull();
  expect(commonGiven([4], relabels)).toBeNull();
  expect(commonGiven([], relabels)).toBeNull();
});
