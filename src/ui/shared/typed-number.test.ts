import { expect, it } from "vitest";
import { typedNumber } from "./typed-number.ts";

it.each([["0.7", 0.7], ["0,7", 0.7], [" -5 ", -5], ["1e9", 1e9], ["", NaN], ["  ", NaN], ["abc", NaN], ["1,000.5", NaN]])("reads %j as %d", (text, value) => {
  expect(typedNumber(text)).toBe(value);
});
