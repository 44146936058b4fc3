import { unzipSync } from "fflate";

export interface ArchiveEntry {
  readonly path: string;
  /** once it is unpacked */
  readonly bytes: number;
}

/** Deflate makes at most 258 bytes of two bits. */
const MOST_BYTES_OF_ONE = 1032;
/** What deflate needs beside. */
const LEAST_BYTES = 64;

/**
 * The files of a ZIP archive that `admit` takes, by their paths. What the directory says is believed as far as the bytes can bear
 * it out: no two files share bytes, none is larger than deflate could have made it, and each turns out as large as it is said to
 * be, so that the archive's size and what `admit` adds up bound the memory. Throws an Error where the archive is otherwise, and
 * what `admit` throws.
 */
export function unpackArchive(bytes: Uint8Array, admit: (entry: ArchiveEntry) => boolean): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  const sizes = new Map<string, number>();
  let packedBytes = 0;
  const unpacked = unzipSync(bytes, {
    filter({ name: path, size, originalSize, compression }) {
      if (!admit({ path, bytes: originalSize })) return false;
      if (compression !== 0 && compression !== 8) throw new RangeError(`${path} is compressed in another way than by deflate.`);
      if (sizes.has(path) || path === "__proto__") throw new RangeError(`${path} is there twice, or has no name that can be kept.`);
      packedBytes += size;
      const most = compression === 0 ? size : MOST_BYTES_OF_ONE * size + LEAST_BYTES;
      if (originalSize > most || packedBytes > bytes.length) throw new RangeError(`${path} claims more bytes than there are.`);
      sizes.set(path, originalSize);
      return true;
    },
  });
  return new Map(
    [...sizes].map(([path, size]) => {
      if (unpacked[path].length !== size) throw new RangeError(`${path} has another size than it is said to have.`);
      return [path, new Uint8Array(unpacked[path])];
    }),
  );
}
