import { ProblemError } from "../../ecg/problem.ts";
import { unpackArchive } from "../../ecg/reading/unpack-archive.ts";

/** Files by their name alone, whatever folder they lay in. */
export type PickedFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The largest model that ships takes 2 MB; one of this size would hold up every check. */
const MOST_BYTES = 64 * 2 ** 20;
const MOST_FILES = 64;

/**
 * The files of a version as a user picks them: one by one, or an archive of them. Throws ProblemError `too-large`,
 * `too-many-files`, `same-name`, `bad-zip`, or `bad-path` where an archive has a path that leads out of it.
 */
export async function pickedFiles(files: readonly File[]): Promise<PickedFiles> {
  refuseMany(files.length);
  refuseLarge(files.reduce((sum, { size }) => sum + size, 0));
  const read = await Promise.all(files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const));
  if (read.length === 1 && read[0][0].toLowerCase().endsWith(".zip")) return byName(unzipped(...read[0]));
  return byName(read);
}

/** What is in an archive; its sizes are looked at before anything is unpacked. */
function unzipped(archive: string, bytes: Uint8Array): [path: string, bytes: Uint8Array<ArrayBuffer>][] {
  let count = 0;
  let size = 0;
  try {
    const unpacked = unpackArchive(bytes, ({ path, bytes: unpackedBytes }) => {
      if (path.endsWith("/") || path.startsWith("__MACOSX/")) return false;
      if (path.startsWith("/") || path.includes("\\") || path.split("/").includes("..")) throw new ProblemError("bad-path", "a file in the archive has a path that leads out of it", "Choose an archive that was exported here", { file: archive, value: path });
      refuseMany(++count);
      refuseLarge((size += unpackedBytes));
      return true;
    });
    return [...unpacked];
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError("bad-zip", "this archive cannot be unpacked", "Choose an archive that was exported here, or the files themselves", { file: archive }, { cause });
  }
}

function byName(entries: readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[]): PickedFiles {
  const named = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const [path, bytes] of entries) {
    const name = path.split("/").at(-1) ?? path;
    if (named.has(name)) throw new ProblemError("same-name", "there are two files of this name", "Choose the files of one model", { file: name });
    named.set(name, bytes);
  }
  return named;
}

function refuseLarge(bytes: number): void {
  if (bytes > MOST_BYTES) {
    throw new ProblemError("too-large", `These files have ${Math.ceil(bytes / 2 ** 20)} MB, more than the ${MOST_BYTES / 2 ** 20} MB that a model may have`, "Save the weights in half precision, or import a smaller model");
  }
}

function refuseMany(count: number): void {
  if (count > MOST_FILES) throw new ProblemError("too-many-files", `These are more than the ${MOST_FILES} files that a model may have`, "Choose the files of one model alone");
}
