import type { LoadedCheck } from "../../db/records.ts";
import type { FileQuestion as ReaderQuestion } from "../../ecg/reading/open-files.ts";
import { bestLead } from "../../ecg/recording/best-lead.ts";
import type { Opened } from "../../ui/check/check-session.ts";
import { offerFor } from "../../ui/check/detector-offer.ts";
import { guessedAnswers } from "../../ui/check/import-answers.ts";
import { runOrder } from "../../ui/check/run-order.ts";
import { CallError, refused } from "../call-error.ts";
import { checkFileSchema } from "../schemas/check-file-input.ts";
import { readInput } from "../schemas/read-input.ts";
import type { FileQuestion } from "../types.ts";
import { done, modelOf, parametersOf, quietly, type CallParts } from "./call-parts.ts";

/** Opens, checks and saves, as a person does at the Check screen; a question of the reader's is thrown, with how to answer it. */
export async function checkFile(input: unknown, parts: CallParts): Promise<LoadedCheck> {
  const { files, answers, model, parameters } = readInput(checkFileSchema, input);
  const content = done(await parts.analysis.open(files, answers ?? null, quietly.onProgress, quietly.signal));
  if (content.kind === "question") throw asked(content.question);
  const signalsId = crypto.randomUUID();
  const opened: Opened = content.kind === "table"
    ? { kind: "table", table: content.table, signalsId }
    : { kind: "recording", recording: content.recording, leadIndex: bestLead(content.recording), signalsId };
  const { detectors, first } = offerFor(opened);
  const id = model ?? first;
  if (id === null) throw refused("wrong-beat-length", "No model takes beats of this length", "State their sampling rate in the answers, so that they are resampled");
  const detector = modelOf(detectors, id);
  const { check } = done(await runOrder(opened, { detector, parameters: parametersOf(detector, parameters) }, { ...parts, ...quietly }));
  await parts.repository.saveCheck(check);
  return check;
}

function asked(question: ReaderQuestion): CallError {
  const { fileName, reasons } = question;
  return new CallError({
    code: "question",
    sentence: `${fileName}: ${reasons.join(" ")} Call checkFile again with answers: the question's guess, or what is right in its place.`,
    place: { file: fileName },
    question: questionJson(question),
  });
}

function questionJson(question: ReaderQuestion): FileQuestion {
  const { kind, fileName, reasons } = question;
  switch (question.kind) {
    case "heart-rate":
      return { kind, fileName, reasons, firstRows: question.firstRows, guess: guessedAnswers(question) };
    case "beats":
      return { kind, fileName, reasons, firstRows: question.firstRows.map((row) => Array.from(row, (cell) => (Number.isNaN(cell) ? null : cell))), guess: question.guess };
    case "recording":
      return { kind, fileName, reasons, firstRows: question.firstRows, guess: question.guess };
  }
}
