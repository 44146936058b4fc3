import { expect, it } from "vitest";
import { parseJson } from "./parse-json.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseJson(bytesOf(text), { file: "a.json", code: "bad", advice: "Correct it" });
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

it("reads JSON, brackets in its texts not counted", () => {
  const value = { text: `${'["\\'.repeat(500)}[{`, list: [[1]] };
  expect(parse(JSON.stringify(value))).toEqual(value);
  expect(parse(`[${`${nested(199)},`.repeat(50)}1]`)).toHaveLength(51);
});

it.each([["[[", nested(201)], ['{"a":', `${'{"a":'.repeat(201)}1${"}".repeat(201)}`], ["[ a hundred thousand times", "[".repeat(100_000)]])("refuses %s nested too deeply", (_, text) => {
  expect(() => parse(text)).toThrow("a.json: this JSON is nested deeper than 200 levels. Correct it.");
});
