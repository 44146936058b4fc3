import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePtbXlFolder } from "../ptb-xl-folder.ts";
import { measureTwelveLeads } from "./twelve-lead.ts";

let folder: string;

beforeAll(async () => {
  folder = await makePtbXlFolder();
});
afterAll(() => rm(folder, { recursive: true }));

describe("evaluate -- twelve-lead", { timeout: 120_000 }, () => {
  it("prints one JSON object of all records", async () => {
    const figures = JSON.parse(await measureTwelveLeads([folder, "--json"])) as Record<string, unknown>;
    const right = { rocAuc: 1, precision: 1, recall: 1, f1: 1, support: 1 };
    expect(Object.keys(figures)).toEqual(["records", "macroAuc", "perClass"]);
    expect(figures).toMatchObject({ records: 2, macroAuc: 1, perClass: { NORM: right, CD: right, MI: { rocAuc: null, support: 0 } } });
    expect(Object.keys(figures.perClass as object)).toEqual(["NORM", "MI", "STTC", "CD", "HYP"]);
  });

  it("prints a table of some folds", async () => {
    const text = await measureTwelveLeads([folder, "--folds", "9,10"]);
    expect(text).toContain("Records: 1.");
    expect(text).toMatch(/^CD\s+1\s/m);
  });

  it("says in a sentence what it cannot measure", async () => {
    await expect(measureTwelveLeads([folder, "--folds", "nine"])).rejects.toMatchObject({ code: "usage" });
    await expect(measureTwelveLeads([folder, "--folds", "1"])).rejects.toMatchObject({ code: "no-records" });
    await expect(measureTwelveLeads([])).rejects.toMatchObject({ code: "usage" });
    await expect(measureTwelveLeads([folder, "--write-cards"])).rejects.toMatchObject({ code: "trained-on-this" });
  });
});
