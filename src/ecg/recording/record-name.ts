import type { Recording } from "./recording.ts";

/** The name of a WFDB record, after its header's file; null for a recording of another form. */
export function wfdbRecordName({ form, files }: Pick<Recording, "form" | "files">): string | null {
  const header = form === "wfdb" ? files.find(({ name }) => /\.hea$/i.test(name)) : undefined;
  return header === undefined ? null : header.name.replace(/\.hea$/i, "");
}
