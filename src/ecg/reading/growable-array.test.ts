import { expect, it } from "vitest";
import { GrowableArray } from "./growable-array.ts";

it("holds all that was pushed", () => {
  const array = new GrowableArray((length) => new Float64Array(length));
  expect(array.values()).toEqual(new Float64Array(0));
  for (let i = 0; i < 5000; i++) array.push(i / 2);
  expect(array.length).toBe(5000);
  expect(array.values()).toEqual(Float64Array.from({ length: 5000 }, (_, i) => i / 2));
});
