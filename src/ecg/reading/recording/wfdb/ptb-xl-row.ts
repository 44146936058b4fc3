import type { PatientFields } from "../../../recording/recording.ts";
import type { ScpStatement } from "../../../twelve-lead/superclasses.ts";
import { plausibleAge } from "../age.ts";

/** Of PTB-XL's ptbxl_database.csv, the columns that say whose record it is. */
export const PATIENT_COLUMNS = ["age", "sex", "height", "weight"] as const;
/** Of its scp_statements.csv; the code is in the first column, which has no name. */
export const STATEMENT_COLUMNS = ["", "diagnostic", "diagnostic_class"] as const;

type Row<Column extends string> = Readonly<Record<Column, string>>;

/** PTB-XL writes 300 for every age above 89, and 0 for men, 1 for women. */
export function patientOfRow({ age, sex, height, weight }: Row<(typeof PATIENT_COLUMNS)[number]>): Omit<PatientFields, "id"> {
  const number = (cell: string) => (cell === "" || !Number.isFinite(Number(cell)) ? null : Number(cell));
  const years = number(age);
  return {
    ageYears: years === 300 ? 90 : years === null ? null : plausibleAge(years),
    sex: ({ "0": "male", "1": "female" } as const)[sex] ?? null,
    heightCm: number(height),
    weightKg: number(weight),
  };
}

export function statementOfRow({ diagnostic, diagnostic_class }: Row<(typeof STATEMENT_COLUMNS)[number]>): ScpStatement {
  return { isDiagnostic: Number(diagnostic) === 1, diagnosticClass: diagnostic_class };
}
