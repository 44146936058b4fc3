import { zipSync } from "fflate";

/**
 * The files as one ZIP archive. They are stored as they are: trained weights hardly shrink. With the same bytes and the
 * same date (local time, 1980 to 2099) the archive's bytes are the same.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>, date: Date): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0, mtime: date }));
}
