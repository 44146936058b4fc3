import { ProblemError } from "../problem.ts";
import type { BeatAnswers, BeatQuestion } from "./beats/beat-question.ts";
import type { ImportAnswers, ImportQuestion } from "./import-guess.ts";
import { readFiles, type FilesOutcome } from "./read-files.ts";
import type { ReadControl } from "./read-heart-rate.ts";
import type { RecordingAnswers, RecordingQuestion } from "./recording/recording-question.ts";
import { readRecordingFiles } from "./recording/read-recording.ts";
import type { RecordingOutcome } from "./recording/text/read-text-recording.ts";
import { isWfdb } from "./recording/wfdb/record-files.ts";
import { fileKindOf } from "./table-kind.ts";

/** What the files hold, or what must be known first. */
export type OpenedContent = FilesOutcome | RecordingOutcome;

export type FileQuestion = ImportQuestion | BeatQuestion | RecordingQuestion;
export type FileAnswers = ImportAnswers | BeatAnswers | RecordingAnswers;

/**
 * Reads whatever the files hold: tables of heart rates or of single beats, or a raw ECG, told apart by their content. Answers
 * are those to the question that the same files led to before; whoever says of a table that it is a raw ECG has it read as one.
 * Throws ProblemError `mixed-kinds` where a recording comes with something else, and what the readers throw.
 */
export async function openFiles(files: readonly File[], answers: FileAnswers | null, control: ReadControl): Promise<OpenedContent> {
  if (answers?.kind === "recording") return readRecordingFiles(files, answers, control);
  if (isWfdb(files) || (answers?.kind === "heart-rate" && answers.unit === "raw-ecg")) return readRecordingFiles(files, null, control);
  control.signal.throwIfAborted();
  const isRecording: boolean[] = [];
  for (const file of files) {
    isRecording.push((await fileKindOf(file)) === "recording");
    control.signal.throwIfAborted();
  }
  const table = isRecording.indexOf(false);
  if (isRecording.includes(true) && table >= 0) {
    throw new ProblemError("mixed-kinds", "this file holds a table and another one a raw ECG", "Open them apart", { file: files[table].name });
  }
  return isRecording.includes(true) ? readRecordingFiles(files, null, control) : readFiles(files, answers, control);
}
