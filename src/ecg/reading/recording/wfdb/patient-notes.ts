import type { PatientFields } from "../../../recording/recording.ts";
import { plausibleAge } from "../age.ts";

/** "# 69 M 1085 1629 x1", the first note of MIT-BIH records: age and sex, then numbers of the tape. */
const MIT_BIH = /^(-?\d+)\s+([MF])\b/;
/** "#<age>: 51" of LUDB, "# Age: 51" of the 2020 Challenge; the sex may follow on the same line. */
const AGE = /\bage>?\s*[:=]\s*(\d+(?:\.\d+)?)/i;
const SEX = /\b(?:sex|gender)>?\s*[:=]\s*(male|female|m|f)\b/i;

/** What a header's comments say of the patient, in the ways of PhysioNet's databases. */
export function patientOf(comments: readonly string[]): PatientFields {
  const mitBih = comments.map((comment) => MIT_BIH.exec(comment)).find((match) => match !== null);
  const find = (pattern: RegExp) => comments.map((comment) => pattern.exec(comment)).find((match) => match !== null)?.[1];
  const age = Number(mitBih?.[1] ?? find(AGE) ?? NaN);
  const sex = (mitBih?.[2] ?? find(SEX))?.[0].toUpperCase();
  return {
    id: null,
    ageYears: plausibleAge(age),
    sex: sex === "F" ? "female" : sex === "M" ? "male" : null,
    heightCm: null,
    weightKg: null,
  };
}
