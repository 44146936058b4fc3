import { ProblemError } from "../problem.ts";
import type { JobControl } from "../progress.ts";
import type { HeartRateTable } from "../heart-rate/table.ts";
import { UNLABELLED } from "../table.ts";
import { assemblePatients } from "./assemble-patients.ts";
import { FindingLog } from "./findings.ts";
import { guessLayout, type LayoutGuess } from "./guess-layout.ts";
import { inspectHead, type Head } from "./head.ts";
import type { ImportAnswers, ImportQuestion } from "./import-guess.ts";
import { hasGivenFeatures, joinLayouts, requireFittingLayouts, unionOfColumns } from "./join-layouts.ts";
import { isSameLayout, layoutOfAnswers, layoutOfGuess, questionOf, type Layout } from "./layout.ts";
import { isInterval } from "./rate-unit.ts";
import { readFile, type FileRead } from "./read-file.ts";
import { TextDictionary } from "./text-dictionary.ts";

export type ReadOutcome =
  | { readonly kind: "table"; readonly table: HeartRateTable }
  | { readonly kind: "question"; readonly question: ImportQuestion };

export interface ReadControl extends JobControl {
  /** default 2 MiB; tests put the boundaries elsewhere */
  readonly chunkBytes?: number;
}

/**
 * Reads heart-rate files of any of the README's input forms into one table. Files are streamed and hashed; the first
 * megabyte of each decides how it is read. Where that is not sure and `answers` is null, the result is a question
 * about the first such file. `answers` go for all files with that file's layout (or, if none was in doubt, with the
 * first file's).
 * Throws ProblemError for files that cannot be read, see the sentences there; once aborted, the signal's reason.
 */
export async function readHeartRateFiles(files: readonly File[], answers: ImportAnswers | null, control: ReadControl): Promise<ReadOutcome> {
  control.signal.throwIfAborted();
  if (files.length === 0) throw new ProblemError("no-file", "no file was chosen", "Choose one or more CSV files");
  const inspected: Inspected[] = [];
  for (const file of files) {
    const head = await inspectHead(file);
    control.signal.throwIfAborted();
    inspected.push({ head, guess: guessLayout(head) });
  }
  const doubtful = inspected.find(({ guess }) => guess.reasons.length > 0);
  if (doubtful && !answers) return { kind: "question", question: questionOf(doubtful.head, doubtful.guess) };
  const layouts = inspected.map((file) => decideLayout(file, answers, (doubtful ?? inspected[0]).head));
  requireFittingLayouts(inspected.map(({ head }) => head.file.name), layouts);
  return { kind: "table", table: await readTable(inspected, layouts, control) };
}

interface Inspected {
  readonly head: Head;
  readonly guess: LayoutGuess;
}

function decideLayout({ head, guess }: Inspected, answers: ImportAnswers | null, asked: Head): Layout {
  if (answers && isSameLayout(head, asked)) return layoutOfAnswers(head, answers, guess);
  if (guess.reasons.length === 0) return layoutOfGuess(head, guess);
  throw new ProblemError("several-layouts", "this file is laid out in another way than the one you described, and it is not clear how", "Open it on its own", {
    file: head.file.name,
  });
}

async function readTable(inspected: readonly Inspected[], layouts: readonly Layout[], control: ReadControl): Promise<HeartRateTable> {
  const log = new FindingLog();
  const patients = new TextDictionary();
  const bytesInAll = inspected.reduce((sum, { head }) => sum + head.file.size, 0);
  const hasGiven = layouts.every(hasGivenFeatures);
  const read: FileRead[] = [];
  let bytesBefore = 0;
  for (const [index, { head }] of inspected.entries()) {
    const file = await readFile(head, layouts[index], { ...control, bytesBefore, bytesInAll, patients, log, hasGiven });
    noteLayout(head, file, log);
    read.push(file);
    bytesBefore += head.file.size;
  }
  const joined = joinLayouts(layouts);
  const series = await assemblePatients(read, { patientIds: patients.texts, timeSource: joined.timeSource, log, signal: control.signal });
  return {
    kind: "heart-rate",
    files: read.map(({ source }) => source),
    form: joined.form,
    unit: joined.unit,
    timeKind: joined.timeKind,
    columns: unionOfColumns(layouts, series.length),
    rows: read.reduce((sum, { source }) => sum + source.rows, 0),
    labelled: series.some(({ label }) => label.some((value) => value !== UNLABELLED)),
    patients: series,
    findings: log.findings(),
  };
}

function noteLayout(head: Head, { layout, source }: FileRead, log: FindingLog): void {
  if (layout.unit === "scaled") log.add("already-scaled", source.rows);
  if (isInterval(layout.unit)) log.add("rr-converted", source.rows);
  if (layout.labelsFromCycle) log.add("labels-from-cycle", source.rows);
  log.add("comment-lines", head.preamble.comments);
  if (layout.headerRows > 1) log.note("units-line", head.file.name, head.rows[1].line);
  if (layout.timeKind === "row") log.add("no-time-column", 1);
  if (head.encoding === "windows-1252") log.add("windows-1252", 1);
  if (!layout.columns.some(({ role }) => role === "patient")) log.add("patient-from-file-name", 1);
}
