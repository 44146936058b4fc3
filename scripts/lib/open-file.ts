import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { ProblemError } from "../../src/ecg/problem.ts";

/** A file on disk as a drop would hand it over, unread. Throws ProblemError `no-such-file`. */
export async function openFile(path: string): Promise<File> {
  try {
    if ((await stat(path)).isFile()) return new File([await openAsBlob(path)], basename(path));
  } catch (cause) {
    throw new ProblemError("no-such-file", "the file cannot be opened", "Check its path", { file: path }, { cause });
  }
  throw new ProblemError("no-such-file", "this is no file", "Give the path of one file", { file: path });
}
