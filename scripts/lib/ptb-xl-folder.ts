import { copyFile, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PTB_XL_RECORDS } from "../../src/models/twelve-lead/fixtures/ptb-xl-records.ts";

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

/** A folder as PTB-XL's, of two records, one of fold 8 and one that is called one of fold 9; for tests, which remove it. */
export async function makePtbXlFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ptb-xl-"));
  const records = join(folder, "records100", "00000");
  await mkdir(records, { recursive: true });
  await writeFile(join(folder, "ptbxl_database.csv"), TABLE);
  await writeFile(join(folder, "scp_statements.csv"), STATEMENTS);
  for (const extension of ["hea", "dat"]) {
    await copyFile(`${PTB_XL_RECORDS.normal.path}.${extension}`, join(records, `00317_lr.${extension}`));
    await copyFile(`${PTB_XL_RECORDS.bundleBranchBlock.path}.${extension}`, join(records, `00338_lr.${extension}`));
  }
  return folder;
}
