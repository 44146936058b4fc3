import type { DiagnosisPatient } from "../../../db/records.ts";
import { typedNumber } from "../../shared/typed-number.ts";

/** The fields of the form as they are typed; an empty one is not known. */
export interface PatientDraft {
  readonly age: string;
  readonly sex: "" | "female" | "male";
  readonly height: string;
  readonly weight: string;
}

export type PatientReading = { readonly kind: "fit"; readonly patient: DiagnosisPatient } | { readonly kind: "unfit"; readonly sentence: string };

const RANGES = {
  age: { label: "age", min: 0, max: 120, unit: "years" },
  height: { label: "height", min: 30, max: 250, unit: "cm" },
  weight: { label: "weight", min: 1, max: 400, unit: "kg" },
} as const;

export function draftOf({ ageYears, sex, heightCm, weightKg }: DiagnosisPatient): PatientDraft {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return { age: text(ageYears), sex: sex ?? "", height: text(heightCm), weight: text(weightKg) };
}

/** What the form says of the patient, or the first field that will not do. */
export function readDraft(draft: PatientDraft): PatientReading {
  const values: Record<keyof typeof RANGES, number | null> = { age: null, height: null, weight: null };
  for (const field of ["age", "height", "weight"] as const) {
    if (draft[field].trim() === "") continue;
    const { label, min, max, unit } = RANGES[field];
    const value = typedNumber(draft[field]);
    if (!(value >= min && value <= max)) return { kind: "unfit", sentence: `Type the ${label} as a number from ${min} to ${max} ${unit}, or leave it empty.` };
    values[field] = value;
  }
  return { kind: "fit", patient: { ageYears: values.age, sex: draft.sex === "" ? null : draft.sex, heightCm: values.height, weightKg: values.weight } };
}
