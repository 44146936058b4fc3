import { ProblemError, type Problem } from "../problem.ts";
import type { HeartRateTable } from "../heart-rate/table.ts";
import type { ImportAnswers, ImportQuestion } from "./import-guess.ts";
import { readHeartRateFiles, type ReadOutcome } from "./read-heart-rate.ts";

/** Helpers for the tests of this folder. */

interface ReadOptions {
  readonly answers?: ImportAnswers;
  readonly chunkBytes?: number;
}

export function csvFile(content: string | Uint8Array<ArrayBuffer>, name = "heart.csv"): File {
  return new File([content], name);
}

export function read(files: readonly File[], { answers, chunkBytes }: ReadOptions = {}): Promise<ReadOutcome> {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  return readHeartRateFiles(files, answers ?? null, chunkBytes === undefined ? control : { ...control, chunkBytes });
}

export async function readTable(content: string | readonly File[], options?: ReadOptions): Promise<HeartRateTable> {
  const outcome = await read(typeof content === "string" ? [csvFile(content)] : content, options);
  if (outcome.kind === "question") throw new Error(`Asked instead of read: ${outcome.question.reasons.join(" ")}`);
  return outcome.table;
}

export async function readQuestion(content: string | readonly File[]): Promise<ImportQuestion> {
  const outcome = await read(typeof content === "string" ? [csvFile(content)] : content);
  if (outcome.kind === "table") throw new Error("Read instead of asked.");
  return outcome.question;
}

export async function readProblem(content: string | readonly File[], options?: ReadOptions): Promise<Problem> {
  try {
    const outcome = await read(typeof content === "string" ? [csvFile(content)] : content, options);
    throw new Error(`No problem but a ${outcome.kind}.`);
  } catch (cause) {
    if (cause instanceof ProblemError) return cause;
    throw cause;
  }
}

/** UTF-16 bytes of a text, with or without a byte order mark. */
export function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array<ArrayBuffer> {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), order === "le");
  return new Uint8Array(view.buffer);
}
