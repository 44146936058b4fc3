/** Of an SCP-ECG statement, as scp_statements.csv of PTB-XL has it. */
export interface ScpStatement {
  /** whether it is a diagnosis, and not only of form or rhythm */
  readonly isDiagnostic: boolean;
  /** e.g. "MI"; empty where it has none */
  readonly diagnosticClass: string;
}

/**
 * The codes of a record's statements, from the cell `scp_codes` of ptbxl_database.csv, a Python dictionary of code and
 * likelihood: "{'NORM': 100.0, 'SR': 0.0}". Statements count whatever their likelihood: 0 stands for one that is not known.
 */
export function scpCodes(cell: string): string[] {
  return Array.from(cell.matchAll(/'([^']+)'\s*:/g), ([, code]) => code);
}

/**
 * The diagnostic superclasses that statements belong to, as the example code of PTB-XL maps them (P. Wagner et al.,
 * Scientific Data 7:154, 2020): several can hold, and none where no statement is diagnostic.
 */
export function superclassesOf(codes: readonly string[], statements: ReadonlyMap<string, ScpStatement>): ReadonlySet<string> {
  const diagnoses = codes.map((code) => statements.get(code)).filter((statement) => statement?.isDiagnostic === true);
  return new Set(diagnoses.map((statement) => statement?.diagnosticClass ?? "").filter((own) => own !== ""));
}
