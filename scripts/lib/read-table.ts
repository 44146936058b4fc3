import type { HeartRateTable } from "../../src/ecg/heart-rate/table.ts";
import { ProblemError } from "../../src/ecg/problem.ts";
import type { JobControl } from "../../src/ecg/progress.ts";
import { readHeartRateFiles } from "../../src/ecg/reading/read-heart-rate.ts";
import { openFile } from "./open-file.ts";

/** Reads a heart-rate file from disk as the app reads it from a drop. There is nobody to ask: an unclear layout is a ProblemError. */
export async function readTable(path: string, control: JobControl): Promise<HeartRateTable> {
  const outcome = await readHeartRateFiles([await openFile(path)], null, control);
  if (outcome.kind !== "question") return outcome.table;
  const advice = "Name the columns timestamp, patient_id, heart_rate and label, and run this again";
  throw new ProblemError("unclear-layout", `it is not clear how the file is laid out: ${outcome.question.reasons.join(" ").replace(/\.$/, "")}`, advice, { file: path });
}
