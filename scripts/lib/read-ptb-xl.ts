import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { ProblemError } from "../../src/ecg/problem.ts";
import { PATIENT_COLUMNS, patientOfRow, STATEMENT_COLUMNS, statementOfRow } from "../../src/ecg/reading/recording/wfdb/ptb-xl-row.ts";
import { readWfdb } from "../../src/ecg/reading/recording/wfdb/read-wfdb.ts";
import { TWELVE_LEADS } from "../../src/ecg/recording/lead-names.ts";
import { scpCodes, superclassesOf, type ScpStatement } from "../../src/ecg/twelve-lead/superclasses.ts";
import { sha256 } from "../../src/models/artifacts/sha256.ts";
import { SUPERCLASSES } from "../../src/models/recording-model.ts";
import type { LabelledRecord } from "../../src/models/twelve-lead/training-data.ts";
import { openFile } from "./open-file.ts";

const TABLE = "ptbxl_database.csv";
const STATEMENTS = "scp_statements.csv";
const control = { signal: new AbortController().signal, onProgress: () => undefined };

export interface PtbXl {
  /** of ptbxl_database.csv */
  readonly sha256: string;
  readonly count: number;
  /** records of records100 in the table's order, each read when it is asked for */
  readonly records: AsyncIterable<LabelledRecord>;
}

type Row = Readonly<Record<string, string>>;

/** The folder of PTB-XL as PhysioNet distributes it; of its records those of `folds`, all for null. Throws ProblemError. */
export async function openPtbXl(folder: string, folds: readonly number[] | null): Promise<PtbXl> {
  const table = await readTable(folder, TABLE, [...PATIENT_COLUMNS, "scp_codes", "strat_fold", "filename_lr"]);
  const statements = new Map((await readTable(folder, STATEMENTS, STATEMENT_COLUMNS)).rows.map((row) => [row[""], statementOfRow(row)]));
  const rows = table.rows.filter((row) => folds === null || folds.includes(Number(row.strat_fold)));
  return { sha256: table.sha256, count: rows.length, records: readRecords(folder, rows, statements) };
}

async function* readRecords(folder: string, rows: readonly Row[], statements: ReadonlyMap<string, ScpStatement>): AsyncGenerator<LabelledRecord> {
  for (const row of rows) {
    const path = join(folder, row.filename_lr);
    const { leads, samplingRateHz } = await readWfdb([await openFile(`${path}.hea`), await openFile(`${path}.dat`)], control);
    const superclasses = superclassesOf(scpCodes(row.scp_codes), statements);
    yield {
      id: row.filename_lr,
      fold: Number(row.strat_fold),
      leads: TWELVE_LEADS.map((name) => {
        const lead = leads.find((own) => own.name === name);
        if (lead === undefined) throw new ProblemError("not-twelve-leads", `the record has no lead ${name}`, "Download it again", { file: `${path}.hea` });
        return lead.samplesMv;
      }),
      samplingRateHz,
      patient: patientOfRow(row),
      classes: Uint8Array.from(SUPERCLASSES, ({ code }) => Number(superclasses.has(code))),
    };
  }
}

async function readTable(folder: string, name: string, columns: readonly string[]): Promise<{ readonly rows: readonly Row[]; readonly sha256: string }> {
  const file = join(folder, name);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new ProblemError("no-such-file", "the file cannot be opened", "Give the folder of PTB-XL, with ptbxl_database.csv, scp_statements.csv and records100", { file }, { cause });
  }
  const { data, meta } = Papa.parse<Row>(bytes.toString("utf8"), { header: true, skipEmptyLines: true });
  const missing = columns.find((column) => meta.fields?.includes(column) !== true);
  if (missing !== undefined) throw new ProblemError("missing-column", `the table has no column “${missing}”`, "Download it again from PhysioNet", { file });
  return { rows: data, sha256: await sha256(bytes) };
}
