import { describe, expect, it } from "vitest";
import { ProblemError } from "../../../ecg/problem.ts";
import { readYaml } from "./yaml.ts";

describe("a meta.yaml", () => {
  it("may have long texts in quotes, brackets and all", () => {
    expect(readYaml(`schema: '${'{"a": [1]}, '.repeat(20_000)}'\nname: x\n`, "meta.yaml").get("name")).toBe("x");
  });

  // The parser would take minutes for some of these, and bring the page down with others.
  it.each([
    ["brackets", "a: " + "[".repeat(5000)],
    ["braces", "{a: ".repeat(2000)],
    ["lists", "- ".repeat(4000)],
    ["questions", "? ".repeat(4000)],
    ["indentation", Array.from({ length: 120 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")],
    ["many keys", Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join("\n")],
    ["a list of a megabyte", `a: [${"1,".repeat(500_000)}]`],
    ["anchors", `a: ${"&a ".repeat(50_000)}`],
    ["no mapping", "just words"],
  ])("of %s is refused", (_, text) => {
    expect(() => readYaml(text, "meta.yaml")).toThrow(ProblemError);
  });
});
