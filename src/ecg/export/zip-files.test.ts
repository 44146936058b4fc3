import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { zipFiles } from "./zip-files.ts";

const day = new Date("2026-11-21T00:00");

it("holds every file under its name", () => {
  const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.bin$/), fc.uint8Array()), { selector: ([name]) => name });
  fc.assert(fc.property(files, (entries) => {
    expect(unzipSync(zipFiles(new Map(entries), day))).toEqual(Object.fromEntries(entries));
  }));
});

it("gives the same bytes for the same files and date", () => {
  const files = new Map([["model.json", new TextEncoder().encode("{}")]]);
  expect(zipFiles(files, day)).toEqual(zipFiles(files, new Date(day)));
});
