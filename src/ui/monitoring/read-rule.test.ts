import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT, readRule } from "./read-rule.ts";

describe("readRule", () => {
  const typed = { ...EMPTY_DRAFT, threshold: "0,25", window: "10" };

  it("reads what was typed, a decimal comma too", () => {
    expect(readRule(typed)).toEqual({ kind: "rule", rule: { metric: "override-rate", bound: "above", threshold: 0.25, window: 10, actions: ["alert"] } });
    expect(readRule({ ...typed, metric: "latency", threshold: "1500" })).toMatchObject({ rule: { threshold: 1500 } });
  });

  it("has no threshold and no window of its own", () => {
    expect(readRule(EMPTY_DRAFT)).toMatchObject({ why: expect.stringContaining("threshold") as string });
    expect(readRule({ ...EMPTY_DRAFT, threshold: "0.2" })).toMatchObject({ why: expect.stringContaining("newest checks") as string });
  });

  it("refuses what is no share, no time, no count and what does nothing", () => {
    for (const threshold of ["1.5", "-0.1", "x", "Infinity"]) expect(readRule({ ...typed, threshold }).kind).toBe("invalid");
    expect(readRule({ ...typed, metric: "latency", threshold: "-1" }).kind).toBe("invalid");
    for (const window of ["0", "2.5", "-3", ""]) expect(readRule({ ...typed, window }).kind).toBe("invalid");
    expect(readRule({ ...typed, actions: [] }).kind).toBe("invalid");
  });
});
