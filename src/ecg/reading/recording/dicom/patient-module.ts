import type { DataSet } from "dicom-parser";
import type { PatientFields } from "../../../recording/recording.ts";
import { ageAt, plausibleAge } from "../age.ts";
import { isoDate } from "./date-time.ts";

const YEARS_PER_UNIT: Readonly<Record<string, number>> = { Y: 1, M: 1 / 12, W: 7 / 365.25, D: 1 / 365.25 };

/** What a DICOM file says of its patient (PS3.3 C.7.1.1 and C.7.2.2); `startTime` is for the age where only the birthdate is given. */
export function patientOf(dataSet: DataSet, startTime: string | null): PatientFields {
  const sex = dataSet.string("x00100040");
  const sizeM = dataSet.floatString("x00101020") ?? 0;
  const weightKg = dataSet.floatString("x00101030") ?? 0;
  const birthdate = isoDate(dataSet.string("x00100030") ?? "");
  return {
    id: dataSet.string("x00100020") || null,
    ageYears: statedAge(dataSet.string("x00101010") ?? "") ?? (birthdate !== null && startTime !== null ? ageAt(birthdate, startTime.slice(0, 10)) : null),
    sex: sex === "F" ? "female" : sex === "M" ? "male" : null,
    heightCm: sizeM > 0 && sizeM < 3 ? Math.round(1000 * sizeM) / 10 : null,
    weightKg: weightKg > 0 && weightKg < 1000 ? weightKg : null,
  };
}

/** An age string (AS): three figures and the unit, 042Y or 006M. */
function statedAge(text: string): number | null {
  const match = /^(\d{3})([YMWD])$/.exec(text);
  return match ? plausibleAge(Number(match[1]) * YEARS_PER_UNIT[match[2]]) : null;
}
