import { ProblemError } from "../../../ecg/problem.ts";
import { unpackArchive, type ArchiveEntry } from "../../../ecg/reading/unpack-archive.ts";
import type { StoreFile } from "./store-file.ts";
import { LIMITS, requireSafePath, tooLarge } from "./store-tree.ts";

/** The files of a zipped store. Throws a ProblemError "not-an-archive", "too-large" or "unsafe-path". */
export function openArchive(bytes: Uint8Array, name: string): StoreFile[] {
  if (bytes.length > LIMITS.bytes) throw tooLarge(`it is larger than ${LIMITS.bytes / 1e6} MB`, name);
  let count = 0;
  let total = 0;
  const admit = ({ path, bytes: size }: ArchiveEntry): boolean => {
    if (path.endsWith("/")) return false;
    requireSafePath(path);
    total += size;
    if (++count > LIMITS.files) throw tooLarge(`it holds more than ${LIMITS.files.toLocaleString("en-US")} files`, name);
    if (total > LIMITS.bytes) throw tooLarge(`unpacked it is larger than ${LIMITS.bytes / 1e6} MB`, name);
    return true;
  };
  const files = unpack(bytes, name, admit);
  return [...files].map(([path, content]) => ({ path, bytes: content.length, read: () => Promise.resolve(content) }));
}

function unpack(bytes: Uint8Array, name: string, admit: (entry: ArchiveEntry) => boolean): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  try {
    return unpackArchive(bytes, admit);
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError("not-an-archive", "this is no ZIP archive, or it is damaged", "Choose a .zip with a folder mlruns", { file: name }, { cause });
  }
}
