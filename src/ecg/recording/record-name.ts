import type { SourceFile } from "../table.ts";

/** The name of a WFDB record, by its header among the files it was read from; null where there is no header. */
export function wfdbRecordName(files: readonly Pick<SourceFile, "name">[]): string | null {
  const header = files.find(({ name }) => /\.hea$/i.test(name));
  return header === undefined ? null : header.name.replace(/\.hea$/i, "");
}
