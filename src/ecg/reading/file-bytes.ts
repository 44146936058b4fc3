import { ProblemError } from "../problem.ts";
import { pause, type JobControl } from "../progress.ts";

/** Longest line that is read; also how much of a file's beginning decides its layout. */
export const MAX_LINE_BYTES = 1 << 20;

const CHUNK_BYTES = 1 << 21;

export interface ChunkOptions extends JobControl {
  /** default 2 MiB; tests put the boundaries elsewhere */
  readonly chunkBytes?: number;
  /** bytes read before this file, and of all files together, for the progress */
  readonly bytesBefore: number;
  readonly bytesInAll: number;
}

/** At most the first MAX_LINE_BYTES of the file. Throws ProblemError `unreadable-file`. */
export function readHead(file: File): Promise<Uint8Array<ArrayBuffer>> {
  return readSlice(file, 0, MAX_LINE_BYTES);
}

/**
 * The file's bytes in order, with a turn for messages before each chunk.
 * Throws ProblemError `unreadable-file`; once aborted, the signal's reason.
 */
export async function* readChunks(file: File, options: ChunkOptions): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const { signal, onProgress, chunkBytes = CHUNK_BYTES, bytesBefore, bytesInAll } = options;
  for (let from = 0; from < file.size; from += chunkBytes) {
    await pause(signal);
    const bytes = await readSlice(file, from, from + chunkBytes);
    yield bytes;
    onProgress({ stage: "Reading", done: bytesBefore + from + bytes.length, total: bytesInAll, unit: "bytes" });
  }
}

async function readSlice(file: File, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (cause) {
    throw new ProblemError(
      "unreadable-file",
      "the browser could not read the file, which may have been moved, changed or locked since it was chosen",
      "Choose the file again",
      { file: file.name },
      { cause },
    );
  }
}
