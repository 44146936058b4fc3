import { ProblemError, QUOTED_VALUE_LENGTH } from "../problem.ts";
import type { ColumnRole, InputColumn, RateUnit, TableForm, TimeKind } from "../heart-rate/table.ts";
import { rawEcgProblem } from "./file-signature.ts";
import type { LayoutGuess } from "./guess-layout.ts";
import { columnNamesIf, dataRowsIf, headerRowsIf, type Head } from "./head.ts";
import type { ImportAnswers, ImportQuestion } from "./import-guess.ts";

/** All that the reader must know before the first row. */
export interface Layout {
  readonly form: TableForm;
  readonly hasHeader: boolean;
  readonly headerRows: number;
  /** names are unique and not empty, save an index column's */
  readonly columns: readonly InputColumn[];
  readonly unit: RateUnit;
  /** `row` exactly where no column has the role `time` */
  readonly timeKind: TimeKind;
  /** label = (cycle is 1111), in the published form that has no label column */
  readonly labelsFromCycle: boolean;
}

const ROLE_TITLES: Record<Exclude<ColumnRole, "other">, string> = {
  time: "the time",
  patient: "the patient ID",
  rate: "the heart rate",
  label: "the label",
  index: "the row number",
  cycle: "the cycle",
  hr_diff: "hr_diff",
  peak_label: "peak_label",
};

const QUESTION_ROWS = 8;

export function questionOf(head: Head, guess: LayoutGuess): ImportQuestion {
  const cut = (cell: string) => Array.from(cell).slice(0, QUOTED_VALUE_LENGTH).join("");
  return {
    kind: "heart-rate",
    fileName: head.file.name,
    reasons: guess.reasons,
    hasHeader: head.hasHeader,
    columns: guess.columns,
    firstRows: dataRowsIf(head, head.hasHeader).slice(0, QUESTION_ROWS).map((cells) => cells.map(cut)),
    unit: guess.unit,
    timeKind: guess.timeKind,
  };
}

/** Whether an answer for one file is an answer for the other: the same columns in the same order, or as many where they have no names. */
export function isSameLayout(a: Head, b: Head): boolean {
  return a.hasHeader === b.hasHeader && a.columnCount === b.columnCount && a.names.every((name, column) => name === b.names[column]);
}

/** The layout as guessed. The guess must be sure. */
export function layoutOfGuess(head: Head, guess: LayoutGuess): Layout {
  return buildLayout(head, { hasHeader: head.hasHeader, roles: guess.columns.map(({ role }) => role), unit: guess.unit, timeKind: guess.timeKind }, guess);
}

/**
 * The layout as the user states it. Throws ProblemError: `raw-ecg`; `import-answers` where no column is the rate, a role
 * is given twice, the number of columns is another, or a time column lacks its kind.
 */
export function layoutOfAnswers(head: Head, answers: ImportAnswers, guess: LayoutGuess): Layout {
  return buildLayout(head, answers, guess);
}

function buildLayout(head: Head, { hasHeader, roles, unit, timeKind }: Omit<ImportAnswers, "kind">, guess: LayoutGuess): Layout {
  const file = head.file.name;
  if (roles.length !== head.columnCount) {
    throw answersProblem(file, `the file has ${head.columnCount} columns and ${roles.length} were described`, "Open the file again and describe each column");
  }
  for (const [role, title] of Object.entries(ROLE_TITLES)) {
    if (roles.filter((given) => given === role).length > 1) {
      throw answersProblem(file, `more than one column was chosen as ${title}`, "Choose one column for it and set the others to “other”");
    }
  }
  if (!roles.includes("rate")) {
    throw answersProblem(file, "no column was chosen as the heart rate", "Choose the column that holds the heart rate or the RR interval");
  }
  if (roles.includes("time") && timeKind === "row") {
    throw answersProblem(file, "it was not said how the time column is written", "Choose seconds, milliseconds, clock or date for it");
  }
  if (unit === "raw-ecg") throw rawEcgProblem(file);
  const isCycleForm = guess.form === "headerless-cycle" && roles.includes("cycle");
  const isPreprocessed = guess.form === "preprocessed" && roles.includes("hr_diff");
  const names = isCycleForm ? guess.columns.map(({ name }) => name) : columnNamesIf(head, hasHeader);
  return {
    form: isCycleForm ? "headerless-cycle" : isPreprocessed ? "preprocessed" : "plain",
    hasHeader,
    headerRows: headerRowsIf(head, hasHeader),
    columns: uniqueNames(names, roles).map((name, column) => ({ name, role: roles[column] })),
    unit,
    timeKind: roles.includes("time") ? timeKind : "row",
    labelsFromCycle: isCycleForm && !roles.includes("label"),
  };
}

/** A name for each column that no other has; an index column may go without. */
function uniqueNames(names: readonly string[], roles: readonly ColumnRole[]): string[] {
  const taken = new Set<string>();
  return names.map((name, column) => {
    const wanted = name === "" && roles[column] !== "index" ? `column ${column + 1}` : name;
    let unique = wanted;
    for (let copy = 2; taken.has(unique); copy++) unique = `${wanted} (${copy})`;
    taken.add(unique);
    return unique;
  });
}

function answersProblem(file: string, what: string, advice: string): ProblemError {
  return new ProblemError("import-answers", what, advice, { file });
}
