import type { PatientFields } from "../../../recording/recording.ts";
import { ageAt } from "../age.ts";
import { parseLongDate } from "./long-date.ts";

/**
 * EDF+ writes code, sex (F or M), birthdate (dd-MMM-yyyy) and name, each X where it is not known; EDF has free text, which
 * serves as the code. The name is not kept. `startTime` is when the recording began, for the age.
 */
export function patientOf(field: string, isPlus: boolean, startTime: string | null): PatientFields {
  const nobody = { ageYears: null, sex: null, heightCm: null, weightKg: null };
  if (!isPlus) return { ...nobody, id: known(field) };
  const [code = "", sex = "", birthdateText = ""] = field.split(" ");
  const birthdate = parseLongDate(birthdateText);
  return {
    ...nobody,
    id: known(code.replaceAll("_", " ")),
    ageYears: birthdate === null || startTime === null ? null : ageAt(birthdate, startTime.slice(0, 10)),
    sex: sex === "F" ? "female" : sex === "M" ? "male" : null,
  };
}

function known(text: string): string | null {
  return /^[X\s]*$/.test(text) ? null : text;
}
