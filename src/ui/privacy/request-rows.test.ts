import { describe, expect, it } from "vitest";
import { requestRows } from "./request-rows.ts";

const own = "https://ward.example";

describe("requests as they are listed", () => {
  it("are the page's and the workers', by origin", () =>
    expect(requestRows({ own: 8, foreign: [], workers: { [own]: 65 }, stopped: [] }, own)).toEqual([
      { from: "This page", origin: own, count: 8, isOwn: true },
      { from: "Workers", origin: own, count: 65, isOwn: true },
    ]));
  it("show foreign ones first, but not what the policy stopped", () =>
    expect(requestRows({ own: 1, foreign: ["https://a.invalid/x", "https://a.invalid/y", "https://b.invalid/"], workers: { "https://c.invalid": 2 }, stopped: ["https://a.invalid/x", "https://b.invalid/", "inline"] }, own)).toEqual([
      { from: "This page", origin: "https://a.invalid", count: 1, isOwn: false },
      { from: "Workers", origin: "https://c.invalid", count: 2, isOwn: false },
      { from: "This page", origin: own, count: 1, isOwn: true },
    ]));
});
