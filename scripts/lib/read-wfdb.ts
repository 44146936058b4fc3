import { readdir } from "node:fs/promises";
import { join, parse } from "node:path";
import type { JobControl } from "../../src/ecg/progress.ts";
import { readWfdb } from "../../src/ecg/reading/recording/wfdb/read-wfdb.ts";
import type { Recording } from "../../src/ecg/recording/recording.ts";
import { openFile } from "./open-file.ts";

/** The names of the WFDB records in a folder, in order. */
export async function wfdbRecords(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".hea")).map((name) => parse(name).name);
  return names.sort(new Intl.Collator("en", { numeric: true }).compare);
}

/** Reads a record of a folder as the app reads it from a drop: all files of its name. Throws ProblemError. */
export async function readWfdbRecord(folder: string, record: string, control: JobControl): Promise<Recording> {
  const names = (await readdir(folder)).filter((name) => parse(name).name === record);
  const files = await Promise.all((names.length > 0 ? names : [`${record}.hea`]).map((name) => openFile(join(folder, name))));
  return readWfdb(files, control);
}
