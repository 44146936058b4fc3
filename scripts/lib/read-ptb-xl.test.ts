import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PTB_XL_RECORDS } from "../../src/models/twelve-lead/fixtures/ptb-xl-records.ts";
import type { LabelledRecord } from "../../src/models/twelve-lead/training-data.ts";
import { openPtbXl } from "./read-ptb-xl.ts";

const TABLE = `ecg_id,age,sex,height,weight,report,scp_codes,strat_fold,filename_lr
317,62.0,0,173.0,68.0,"sinus rhythm, ""normal"" ecg","{'NORM': 100.0, 'SR': 0.0}",8,records100/00000/00317_lr
338,300.0,1,,86.0,"a report
of two lines","{'CLBBB': 100.0, 'SR': 0.0}",9,records100/00000/00338_lr
`;
const STATEMENTS = `,description,diagnostic,form,rhythm,diagnostic_class
NORM,normal ECG,1.0,,,NORM
CLBBB,complete left bundle branch block,1.0,,,CD
SR,sinus rhythm,,,1.0,
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ptb-xl-"));
  const records = join(folder, "records100", "00000");
  await mkdir(records, { recursive: true });
  await writeFile(join(folder, "ptbxl_database.csv"), TABLE);
  await writeFile(join(folder, "scp_statements.csv"), STATEMENTS);
  for (const extension of ["hea", "dat"]) {
    await copyFile(`${PTB_XL_RECORDS.normal.path}.${extension}`, join(records, `00317_lr.${extension}`));
    await copyFile(`${PTB_XL_RECORDS.bundleBranchBlock.path}.${extension}`, join(records, `00338_lr.${extension}`));
  }
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
