import type { BeatTable } from "../../src/ecg/beats/table.ts";
import { ProblemError } from "../../src/ecg/problem.ts";
import type { JobControl } from "../../src/ecg/progress.ts";
import { readBeatFiles } from "../../src/ecg/reading/beats/read-beats.ts";
import { openFile } from "./open-file.ts";

/**
 * Reads a beat table from disk as the app reads it from a drop. There is nobody to ask: where only the meaning of the
 * classes is in doubt the guess holds (of 0 and 1 beside 140 samples, the TensorFlow tutorial's); any other unclear layout is
 * a ProblemError.
 */
export async function readBeats(path: string, control: JobControl): Promise<BeatTable> {
  const files = [await openFile(path)];
  let outcome = await readBeatFiles(files, null, control);
  if (outcome.kind === "question" && outcome.question.isLayoutSure) outcome = await readBeatFiles(files, outcome.question.guess, control);
  if (outcome.kind === "table") return outcome.table;
  const advice = "Open the file in the app, which asks, or give rows of 187 samples and the class, or of the class and 140 samples, as in ECG5000";
  throw new ProblemError("unclear-layout", `it is not clear how the file is laid out: ${outcome.question.reasons.join(" ").replace(/\.$/, "")}`, advice, { file: path });
}
