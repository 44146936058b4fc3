import { readFileSync } from "node:fs";
import type { BeatTable } from "../../beats/table.ts";
import { ProblemError, type Problem } from "../../problem.ts";
import type { BeatAnswers, BeatQuestion } from "./beat-question.ts";
import { readBeatFiles, type BeatOutcome } from "./read-beats.ts";

/** Helpers for the tests of this folder. */

interface ReadOptions {
  readonly answers?: BeatAnswers;
  readonly chunkBytes?: number;
}

export type Content = string | Uint8Array<ArrayBuffer>;

export function beatFile(content: Content, name = "beats.csv"): File {
  return new File([content], name);
}

export function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
}

/** Its lines as cells. */
export function fixtureRows(name: string, separator: string): string[][] {
  return fixture(name).trimEnd().split("\n").map((line) => line.split(separator));
}

/** What numpy's `%.18e` writes. */
export function longForm(value: number): string {
  return value.toExponential(18).replace(/e([+-])(\d)$/, "e$10$2");
}

export function readBeats(files: readonly File[], { answers, chunkBytes }: ReadOptions = {}): Promise<BeatOutcome> {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  return readBeatFiles(files, answers ?? null, chunkBytes === undefined ? control : { ...control, chunkBytes });
}

const filesOf = (content: Content | readonly File[]) => (typeof content === "string" || content instanceof Uint8Array ? [beatFile(content)] : content);

export async function readBeatTable(content: Content | readonly File[], options?: ReadOptions): Promise<BeatTable> {
  const outcome = await readBeats(filesOf(content), options);
  if (outcome.kind === "question") throw new Error(`Asked instead of read: ${outcome.question.reasons.join(" ")}`);
  return outcome.table;
}

export async function readBeatQuestion(content: Content | readonly File[]): Promise<BeatQuestion> {
  const outcome = await readBeats(filesOf(content));
  if (outcome.kind === "table") throw new Error("Read instead of asked.");
  return outcome.question;
}

export async function readBeatProblem(content: Content | readonly File[], options?: ReadOptions): Promise<Problem> {
  try {
    const outcome = await readBeats(filesOf(content), options);
    throw new Error(`No problem but a ${outcome.kind}.`);
  } catch (cause) {
    if (cause instanceof ProblemError) return cause;
    throw cause;
  }
}
