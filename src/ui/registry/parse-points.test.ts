import { expect, it } from "vitest";
import { parsePoints } from "./parse-points.ts";

it.each([["1.5", 0.015], ["1,5", 0.015], ["0", 0], ["100", 1], ["100.1", null], ["-1", null], ["", null], ["one", null]])("reads %j points as %j", (text, share) => {
  expect(parsePoints(text)).toBe(share);
});
