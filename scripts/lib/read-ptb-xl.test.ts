import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PTB_XL_RECORDS } from "../../src/models/twelve-lead/fixtures/ptb-xl-records.ts";
import type { LabelledRecord } from "../../src/models/twelve-lead/training-data.ts";
import { makePtbXlFolder } from "./ptb-xl-folder.ts";
import { openPtbXl } from "./read-ptb-xl.ts";

let folder: string;

beforeAll(async () => {
  folder = await makePtbXlFolder();
});
afterAll(() => rm(folder, { recursive: true }));

async function readAll(folds: readonly number[] | null): Promise<LabelledRecord[]> {
  const records: LabelledRecord[] = [];
  for await (const record of (await openPtbXl(folder, folds)).records) records.push(record);
  return records;
}

describe("the folder of PTB-XL", () => {
  it("gives records with their patients, superclasses and folds, the twelve leads in their order", async () => {
    const { count, sha256 } = await openPtbXl(folder, null);
    expect(count).toBe(2);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    const [normal, block] = await readAll(null);
    expect(normal).toMatchObject({ id: "records100/00000/00317_lr", fold: 8, samplingRateHz: 100, patient: PTB_XL_RECORDS.normal.patient, classes: Uint8Array.of(1, 0, 0, 0, 0) });
    expect(block).toMatchObject({ patient: { ageYears: 90, sex: "female", heightCm: null, weightKg: 86 }, classes: Uint8Array.of(0, 0, 0, 1, 0) });
    expect(normal.leads.map(({ length }) => length)).toEqual(new Array(12).fill(1000));
    // By Einthoven's law lead III is lead II minus lead I, and aVR the negative mean of the two.
    for (let i = 0; i < 1000; i++) {
      expect(Math.abs(normal.leads[1][i] - normal.leads[0][i] - normal.leads[2][i])).toBeLessThan(0.003);
      expect(Math.abs(normal.leads[3][i] + (normal.leads[0][i] + normal.leads[1][i]) / 2)).toBeLessThan(0.003);
    }
  });

  it("gives the records of some folds", async () => {
    expect((await readAll([9, 10])).map(({ id }) => id)).toEqual(["records100/00000/00338_lr"]);
    expect((await openPtbXl(folder, [10])).count).toBe(0);
  });

  it("says in a sentence what is not there", async () => {
    await expect(openPtbXl(join(folder, "records100"), null)).rejects.toMatchObject({ code: "no-such-file", message: expect.stringContaining("ptbxl_database.csv") as string });
    await rm(join(folder, "records100", "00000", "00338_lr.dat"));
    await expect(readAll([9])).rejects.toMatchObject({ code: "no-such-file" });
  });
});
