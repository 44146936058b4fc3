import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOrigin } from "./allowed-origin.ts";

describe("an origin that may be allowed", () => {
  it.each([
    ["https://ward.example", "https://ward.example"],
    [" https://Ward.Example:443/ ", "https://ward.example"],
    ["https://ward.example:8443", "https://ward.example:8443"],
    ["http://localhost:5000", "http://localhost:5000"],
    ["http://127.0.0.1:5000", "http://127.0.0.1:5000"],
  ])("%s is read as browsers write it", (typed, origin) => expect(readOrigin(typed)).toEqual({ kind: "valid", origin }));

  it.each([
    "", "ward.example", "*", "https://*.ward.example", "http://ward.example", "https://ward.example/page", "https://ward.example?x", "https://ward.example/#a",
    "https://user@ward.example", "file:///etc", "data:text/html,x", "javascript:alert(1)", "null", "http://localhost.evil.example", "localhost:5000", "https://",
  ])("%s is refused with a sentence", (typed) => {
    const reading = readOrigin(typed);
    expect(reading.kind === "invalid" && reading.why).toMatch(/^.+\.$/);
  });

  it("is what it is read as, whatever is typed", () =>
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), (typed) => {
      const reading = readOrigin(typed);
      if (reading.kind === "valid") expect(readOrigin(reading.origin)).toEqual(reading);
    })));
});
