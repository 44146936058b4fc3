import type { ColumnRole } from "../../ecg/heart-rate/table.ts";
import type { ImportAnswers, ImportQuestion } from "../../ecg/reading/import-guess.ts";
import { COLUMN_ROLES } from "./table-words.ts";

/** The reader's guess as an answer, to confirm or correct. */
export function guessedAnswers({ hasHeader, columns, unit, timeKind }: ImportQuestion): ImportAnswers {
  return { kind: "heart-rate", hasHeader, roles: columns.map(({ role }) => role), unit, timeKind };
}

/** The question with the user's answers in place of the guess. */
export function answeredQuestion(question: ImportQuestion, { hasHeader, roles, unit, timeKind }: ImportAnswers): ImportQuestion {
  return { ...question, hasHeader, unit, timeKind, columns: question.columns.map((column, i) => ({ ...column, role: roles[i] })) };
}

export function assignRole(answers: ImportAnswers, column: number, role: ColumnRole): ImportAnswers {
  return { ...answers, roles: answers.roles.with(column, role) };
}

/** Why a file cannot be read with these answers, in one sentence; null where it can. A raw ECG is read as a recording, whatever else is said. */
export function whyUnfit({ roles, unit, timeKind }: ImportAnswers): string | null {
  if (unit === "raw-ecg") return null;
  for (const { value, label } of COLUMN_ROLES) {
    const columns = roles.flatMap((role, i) => (role === value ? [i + 1] : []));
    if (value !== "other" && columns.length > 1) {
      return `Columns ${columns.join(" and ")} are both “${label}”. Choose one of them and set the other to “Not used”.`;
    }
  }
  if (!roles.includes("rate")) return "No column is the heart rate. Choose “Heart rate or RR” for the column that holds it.";
  const needsTime = timeKind !== "row" && unit !== "rr-ms" && unit !== "rr-s";
  if (needsTime && !roles.includes("time")) return "No column is the time. Choose “Time” for the column that holds it, or “No time” below.";
  return null;
}
