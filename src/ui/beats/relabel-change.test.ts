import { expect, it } from "vitest";
import { classesBefore } from "./relabel-change.ts";

it("keeps what each beat was, those without a class among them", () => {
  expect(classesBefore([5, 2, 9, 4], new Map([[2, 0], [4, 3], [5, 0], [7, 1]]))).toEqual(new Map<number | null, number[]>([[0, [5, 2]], [null, [9]], [3, [4]]]));
});
