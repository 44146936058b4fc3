import type { ColumnRole } from "../heart-rate/table.ts";
import type { ColumnGuess } from "./import-guess.ts";
import { meaningOfName, type NameMeaning } from "./column-names.ts";
import { isNumeric, median, shareOf, type ColumnProfile } from "./column-profile.ts";

/** A role that at most one column has, and what the import dialog calls it. */
const SINGLE_ROLES: readonly (readonly [role: ColumnRole, title: string])[] = [
  ["time", "the time"],
  ["patient", "the patient ID"],
  ["rate", "the heart rate or RR interval"],
  ["label", "the label"],
  ["index", "the row number"],
  ["cycle", "the cycle"],
  ["hr_diff", "hr_diff"],
  ["peak_label", "peak_label"],
];

/** Distinct values beyond which, one per row, a column is no patient ID. */
const MANY_ROWS = 20;

/** Roles by name where there is a header, else by content; a guess that is not sure says why in `doubt`. */
export function guessColumns(names: readonly string[], profiles: readonly ColumnProfile[], hasHeader: boolean): ColumnGuess[] {
  const guesses = hasHeader ? byName(names, profiles) : names.map((name) => other(name));
  return hasHeader && guesses.some(({ role }) => role === "rate") ? guesses : byContent(guesses, profiles);
}

function byName(names: readonly string[], profiles: readonly ColumnProfile[]): ColumnGuess[] {
  const meanings = names.map(meaningOfName);
  const guesses = names.map((name, column) => (isUnnamedIndex(name, column) ? { name, role: "index" as const, doubt: null } : other(name)));
  for (const [role, title] of SINGLE_ROLES) {
    const exact = columnsWhere(meanings, (meaning) => meaning.role === role && meaning.exact);
    const candidates = exact.length > 0 ? exact : columnsWhere(meanings, (meaning) => meaning.role === role);
    const fitting = candidates.filter((column) => isFitFor(role, profiles[column]));
    const [chosen = candidates[0], ...rivals] = role === "patient" ? byPatientName(fitting, names) : fitting;
    if (candidates.length === 0) continue;
    const doubt = doubtOf({ title, names, rivals, isExact: exact.length > 0, isFit: fitting.length > 0 });
    guesses[chosen] = { name: names[chosen], role, doubt };
  }
  return guesses;
}

function doubtOf(found: { title: string; names: readonly string[]; rivals: readonly number[]; isExact: boolean; isFit: boolean }): string | null {
  const { title, names, rivals, isExact, isFit } = found;
  if (rivals.length > 0) return `${rivals.map((column) => `“${names[column]}”`).join(", ")} could be ${title} as well.`;
  if (!isFit) return `Its name says that this is ${title}, its values do not look like it.`;
  return isExact ? null : `Part of its name says that this is ${title}.`;
}

/** "patient_id" is the patient where there is a "record" or an "id" too. */
function byPatientName(columns: readonly number[], names: readonly string[]): readonly number[] {
  const named = columns.filter((column) => /patient|subject|participant|person/i.test(names[column]));
  return named.length === 1 ? named : columns;
}

function isFitFor(role: ColumnRole, { filled, labels, distinct }: ColumnProfile): boolean {
  if (role === "label") return filled === 0 || labels > 0;
  if (role === "patient") return filled <= MANY_ROWS || distinct < filled;
  return true;
}

/** Fills in, where no rate was found by name, what the values suggest; each such guess has a doubt. */
function byContent(guesses: readonly ColumnGuess[], profiles: readonly ColumnProfile[]): ColumnGuess[] {
  const result = [...guesses];
  const assign = (role: ColumnRole, fits: (profile: ColumnProfile, name: string) => boolean) => {
    if (result.some((guess) => guess.role === role)) return;
    const column = result.findIndex((guess, i) => guess.role === "other" && fits(profiles[i], guess.name));
    if (column >= 0) result[column] = { ...result[column], role, doubt: "Guessed from its values." };
  };
  assign("time", looksLikeTime);
  assign("rate", (profile, name) => isNumeric(profile) && meaningOfName(name).role === "ecg");
  assign("rate", ({ values }) => median(values) >= 25 && median(values) <= 300 && shareOf(values, Number.isInteger) < 0.9);
  assign("label", ({ filled, labels, distinct }) => filled > 0 && labels === filled && distinct <= 2);
  assign("patient", looksLikePatient);
  assign("rate", (profile) => isNumeric(profile) && profile.distinct > 2);
  assign("rate", isNumeric);
  return result;
}

function looksLikeTime({ values, filled, numbers, clocks, isoDates, distinct }: ColumnProfile): boolean {
  if (filled > 0 && (clocks === filled || isoDates === filled)) return true;
  if (numbers < 3 || numbers < filled || distinct < 0.9 * filled) return false;
  let rising = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[i - 1]) rising++;
  return rising >= 0.9 * (values.length - 1);
}

/** Texts or whole numbers that go on for some rows each. */
function looksLikePatient({ values, filled, numbers, distinct }: ColumnProfile): boolean {
  if (numbers > 0 && shareOf(values, (value) => Number.isInteger(value) && value >= 0) < 1) return false;
  const runs = numbers === 0 ? distinct : values.reduce((count, value, i) => count + (value === values[i - 1] ? 0 : 1), 0);
  return filled > 0 && runs <= filled / 4;
}

function isUnnamedIndex(name: string, column: number): boolean {
  return column === 0 && name === "";
}

function other(name: string): ColumnGuess {
  return { name, role: "other", doubt: null };
}

function columnsWhere(meanings: readonly NameMeaning[], holds: (meaning: NameMeaning) => boolean): number[] {
  return meanings.flatMap((meaning, column) => (holds(meaning) ? [column] : []));
}
