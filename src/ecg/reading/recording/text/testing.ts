import { ProblemError, type Problem } from "../../../problem.ts";
import type { Recording } from "../../../recording/recording.ts";
import type { RecordingAnswers, RecordingQuestion } from "../recording-question.ts";
import { readTextRecording, type RecordingOutcome } from "./read-text-recording.ts";

/** Helpers for the tests of this folder. */

interface ReadOptions {
  readonly answers?: RecordingAnswers;
  readonly chunkBytes?: number;
  readonly name?: string;
}

export type Content = string | Uint8Array<ArrayBuffer>;

export function read(content: Content, { answers, chunkBytes, name = "ecg.csv" }: ReadOptions = {}): Promise<RecordingOutcome> {
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  return readTextRecording(new File([content], name), answers ?? null, chunkBytes === undefined ? control : { ...control, chunkBytes });
}

export async function readRecording(content: Content, options?: ReadOptions): Promise<Recording> {
  const outcome = await read(content, options);
  if (outcome.kind === "question") throw new Error(`Asked instead of read: ${outcome.question.reasons.join(" ")}`);
  return outcome.recording;
}

export async function readQuestion(content: Content, options?: ReadOptions): Promise<RecordingQuestion> {
  const outcome = await read(content, options);
  if (outcome.kind === "recording") throw new Error("Read instead of asked.");
  return outcome.question;
}

export async function readProblem(content: Content, options?: ReadOptions): Promise<Problem> {
  try {
    const outcome = await read(content, options);
    throw new Error(`No problem but a ${outcome.kind}.`);
  } catch (cause) {
    if (cause instanceof ProblemError) return cause;
    throw cause;
  }
}

/** A heartbeat's samples in mV: P, QRS and T as Gaussians, 72 beats a minute, with a little wander. */
export function ecgMv(count: number, samplingRateHz: number, gain = 1): number[] {
  const wave = (t: number, at: number, width: number, height: number) => height * Math.exp(-(((t - at) / width) ** 2));
  return Array.from({ length: count }, (_, i) => {
    const t = (i / samplingRateHz) % (60 / 72);
    const mv = wave(t, 0.2, 0.025, 0.12) + wave(t, 0.36, 0.01, -0.15) + wave(t, 0.38, 0.011, 1.1) + wave(t, 0.41, 0.012, -0.25) + wave(t, 0.62, 0.05, 0.3);
    return gain * (mv + 0.02 * Math.sin(i / samplingRateHz) + 0.004 * Math.sin(i * 2.1));
  });
}

/** Rows of cells as text. */
export function table(rows: readonly (readonly (string | number)[])[], separator = ",", lineEnd = "\n"): string {
  return rows.map((cells) => cells.join(separator)).join(lineEnd) + lineEnd;
}
