import { unzipSync, type UnzipFileInfo } from "fflate";
import { ProblemError } from "../../../ecg/problem.ts";
import type { StoreFile } from "./store-file.ts";
import { LIMITS, requireSafePath, tooLarge } from "./store-tree.ts";

/**
 * The files of a zipped store. What an entry claims to hold is what is unpacked of it at most, so that a small archive cannot
 * become a large one. Throws a ProblemError "not-an-archive", "too-large" or "unsafe-path".
 */
export function openArchive(bytes: Uint8Array, name: string): StoreFile[] {
  if (bytes.length > LIMITS.bytes) throw tooLarge(`it is larger than ${LIMITS.bytes / 1e6} MB`, name);
  const seen = new Set<string>();
  let total = 0;
  const admit = ({ name: path, originalSize, compression }: UnzipFileInfo): boolean => {
    if (path.endsWith("/")) return false;
    requireSafePath(path);
    if (compression !== 0 && compression !== 8) throw broken(path, "it is compressed in a way that no export uses");
    if (seen.has(path)) throw broken(path, "the archive holds it twice");
    seen.add(path);
    total += originalSize;
    if (seen.size > LIMITS.files) throw tooLarge(`it holds more than ${LIMITS.files.toLocaleString("en-US")} files`, name);
    if (total > LIMITS.bytes) throw tooLarge(`unpacked it is larger than ${LIMITS.bytes / 1e6} MB`, name);
    return true;
  };
  const files = unpack(bytes, name, admit);
  return Object.entries(files).map(([path, content]) => ({ path, bytes: content.length, read: () => Promise.resolve(new Uint8Array(content)) }));
}

function unpack(bytes: Uint8Array, name: string, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError("not-an-archive", "this is no ZIP archive, or it is damaged", "Choose a .zip with a folder mlruns", { file: name }, { cause });
  }
}

const broken = (file: string, what: string): ProblemError => new ProblemError("not-an-archive", what, "Do not trust this archive; export the runs anew", { file });
