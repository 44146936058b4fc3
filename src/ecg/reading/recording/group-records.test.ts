import { expect, it } from "vitest";
import { groupRecords } from "./group-records.ts";

const names = (...files: string[]) => groupRecords(files.map((name) => new File([], name))).map((group) => group.map(({ name }) => name));

it("files of a WFDB record stay together, with what belongs to no record", () => {
  expect(names("10.hea", "9.dat", "10.dat", "9.HEA", "9.atr", "ptbxl_database.csv")).toEqual([["9.dat", "9.HEA", "9.atr", "ptbxl_database.csv"], ["10.hea", "10.dat", "ptbxl_database.csv"]]);
});

it("other recordings are a file each", () => {
  expect(names("a.edf", "b.csv")).toEqual([["a.edf"], ["b.csv"]]);
});
