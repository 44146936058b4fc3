import { expect, it } from "vitest";
import { countOrigins } from "./request-report.ts";

it("requests are counted by origin, and counting changes nothing given", () => {
  const before = { "https://ward.example": 1 };
  expect(countOrigins(before, ["https://ward.example/a.js", "https://ward.example/b.js?x", "blob:https://ward.example/1", "https://example.invalid:8443/", "nonsense"])).toEqual({
    "https://ward.example": 4, "https://example.invalid:8443": 1, nonsense: 1,
  });
  expect(before).toEqual({ "https://ward.example": 1 });
});
