import type { BeatTable } from "../beats/table.ts";
import type { HeartRateTable } from "../heart-rate/table.ts";
import { ProblemError } from "../problem.ts";
import type { BeatAnswers, BeatQuestion } from "./beats/beat-question.ts";
import { readBeatFiles } from "./beats/read-beats.ts";
import type { ImportAnswers, ImportQuestion } from "./import-guess.ts";
import { readHeartRateFiles, type ReadControl } from "./read-heart-rate.ts";
import { tableKindOf, type TableKind } from "./table-kind.ts";

export type FilesOutcome =
  | { readonly kind: "table"; readonly table: HeartRateTable | BeatTable }
  | { readonly kind: "question"; readonly question: ImportQuestion | BeatQuestion };

const TITLES: Readonly<Record<TableKind, string>> = { "heart-rate": "heart rates", beats: "single heartbeats" };

/**
 * Reads tables of heart rates or of single beats, told apart by their content. Answers are those to the question that the
 * same files led to before. Throws ProblemError `mixed-kinds` where both kinds come together, and what the two readers throw.
 */
export async function readFiles(files: readonly File[], answers: ImportAnswers | BeatAnswers | null, control: ReadControl): Promise<FilesOutcome> {
  control.signal.throwIfAborted();
  const kinds: TableKind[] = [];
  for (const file of files) {
    kinds.push(await tableKindOf(file));
    control.signal.throwIfAborted();
  }
  const other = kinds.findIndex((kind) => kind !== kinds[0]);
  if (other >= 0) {
    throw new ProblemError("mixed-kinds", `this file holds ${TITLES[kinds[other]]} and ${files[0].name} holds ${TITLES[kinds[0]]}`, "Open them apart", {
      file: files[other].name,
    });
  }
  return kinds[0] === "beats"
    ? readBeatFiles(files, answers?.kind === "beats" ? answers : null, control)
    : readHeartRateFiles(files, answers?.kind === "heart-rate" ? answers : null, control);
}
