import { ProblemError } from "../../../problem.ts";
import type { PatientFields } from "../../../recording/recording.ts";
import type { StatedDiagnoses } from "../../../recording/stated-diagnoses.ts";
import type { Finding, SourceFile } from "../../../table.ts";
import { scpCodes, superclassesOf } from "../../../twelve-lead/superclasses.ts";
import { cellText, type CellRow } from "../../cell-row.ts";
import { RowSplitter } from "../../row-splitter.ts";
import { LineDecoder } from "../../text-encoding.ts";
import type { HashedReader } from "../hashed-reader.ts";
import { PATIENT_COLUMNS, patientOfRow, STATEMENT_COLUMNS, statementOfRow } from "./ptb-xl-row.ts";

const RECORD_COLUMNS = [...PATIENT_COLUMNS, "scp_codes", "filename_lr", "filename_hr"] as const;
type RecordRow = Readonly<Record<(typeof RECORD_COLUMNS)[number], string>>;

/** What PTB-XL's tables say of one record. */
export interface PtbXlRecord {
  /** of the tables */
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
  /** null where the table has no row of the record */
  readonly patient: Omit<PatientFields, "id"> | null;
  readonly diagnoses: StatedDiagnoses | null;
}

/**
 * Looks a record up in ptbxl_database.csv, by the name that one of its two file columns ends in, and its statements in
 * scp_statements.csv where that is there; null without the first. Reads the tables as streams and keeps one row.
 * Throws ProblemError `missing-column` for a table of this name that is another one.
 */
export async function findInPtbXl(recordName: string, files: readonly File[], reader: HashedReader): Promise<PtbXlRecord | null> {
  const named = (stem: string) => files.find(({ name }) => name.toLowerCase().startsWith(stem) && name.toLowerCase().endsWith(".csv"));
  const [table, statementsFile] = [named("ptbxl_database"), named("scp_statements")];
  if (table === undefined) return null;
  let found: RecordRow | null = null;
  const sources = [
    await readRows(table, reader, RECORD_COLUMNS, (row) => {
      if ([row.filename_lr, row.filename_hr].some((path) => path.split("/").at(-1) === recordName)) found = row;
    }),
  ];
  const row = found as RecordRow | null;
  if (row === null) {
    return { files: sources, patient: null, diagnoses: null, findings: [finding(`${table.name} has no row of ${recordName}: neither diagnoses nor patient were taken from it.`)] };
  }
  const statements = scpCodes(row.scp_codes);
  const stated = { file: table.name, terminology: "SCP-ECG", statements } as const;
  if (statementsFile === undefined) {
    const findings = [finding(`${table.name} has codes of SCP-ECG; choose scp_statements.csv as well to have the superclasses they belong to.`)];
    return { files: sources, patient: patientOfRow(row), diagnoses: { ...stated, superclasses: null }, findings };
  }
  const known = new Map<string, ReturnType<typeof statementOfRow>>();
  sources.push(await readRows(statementsFile, reader, STATEMENT_COLUMNS, (each) => known.set(each[""], statementOfRow(each))));
  return { files: sources, patient: patientOfRow(row), diagnoses: { ...stated, superclasses: [...superclassesOf(statements, known)] }, findings: [] };
}

/** Hands over the cells of some columns, row by row. */
async function readRows<Column extends string>(
  file: File,
  reader: HashedReader,
  columns: readonly Column[],
  onRow: (row: Readonly<Record<Column, string>>) => void,
): Promise<SourceFile> {
  let places: readonly number[] | null = null;
  let rows = 0;
  const take = (row: CellRow) => {
    if (places === null) {
      places = columns.map((column) => placeOf(column, row, file.name));
      return;
    }
    rows++;
    onRow(Object.fromEntries(columns.map((column, i) => [column, places === null || places[i] >= row.count ? "" : cellText(row, places[i])])) as Record<Column, string>);
  };
  const splitter = new RowSplitter({ separator: ",", fileName: file.name, onRow: take });
  const decoder = new LineDecoder("utf-8", file.name);
  const sha256 = await reader.stream(file, (bytes) => splitter.feed(decoder.decode(bytes, splitter.line)));
  splitter.feed(decoder.end(splitter.line));
  splitter.end();
  return { name: file.name, bytes: file.size, sha256, rows };
}

function placeOf(column: string, row: CellRow, file: string): number {
  for (let place = 0; place < row.count; place++) if (cellText(row, place) === column) return place;
  throw new ProblemError("missing-column", `the table has no column “${column}”`, "Choose the table as PhysioNet distributes it, or leave it out", { file, line: row.line });
}

const finding = (sentence: string): Finding => ({ code: "other", count: 1, sentence, examples: [] });
