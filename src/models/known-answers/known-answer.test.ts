import { expect, it } from "vitest";
import { largestDifference } from "./known-answer.ts";

it("is a share of the largest known output", () => {
  expect(largestDifference(Float32Array.of(0, 8, 3.5), [0, 8, 4])).toBe(0.0625);
  expect(largestDifference(Float32Array.of(0, 0), [0, 0])).toBe(0);
});

it("is infinite where a number is missing, is none, or comes where none is known", () => {
  for (const outputs of [[1], [1, NaN], [1, Infinity], [1, 2, 3]]) expect(largestDifference(Float32Array.from(outputs), [1, 2])).toBe(Infinity);
  expect(largestDifference(Float32Array.of(1, 0), [1, null])).toBe(Infinity);
  expect(largestDifference(Float32Array.of(1, NaN), [1, null])).toBe(0);
});
