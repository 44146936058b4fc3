import { createSHA256 } from "hash-wasm";
import { ProblemError } from "../../problem.ts";
import { readChunks } from "../file-bytes.ts";
import type { ReadControl } from "../read-heart-rate.ts";

/** Reads the files of one recording one after the other, with one progress over all of them. */
export class HashedReader {
  readonly #control: ReadControl;
  readonly #bytesInAll: number;
  #bytesBefore = 0;

  constructor(files: readonly File[], control: ReadControl) {
    this.#control = control;
    this.#bytesInAll = files.reduce((sum, file) => sum + file.size, 0);
  }

  /** Hands over the file's bytes chunk by chunk; resolves to their SHA-256. Throws what `readChunks` and `onBytes` throw. */
  async stream(file: File, onBytes: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<string> {
    const sha256 = await createSHA256();
    for await (const bytes of readChunks(file, { ...this.#control, bytesBefore: this.#bytesBefore, bytesInAll: this.#bytesInAll })) {
      sha256.update(bytes);
      onBytes(bytes);
    }
    this.#bytesBefore += file.size;
    return sha256.digest();
  }

  /** The whole of a file that has to be small. Throws ProblemError `too-large` above `mostBytes`. */
  async whole(file: File, mostBytes: number): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }> {
    if (file.size > mostBytes) {
      const most = (mostBytes / 1e6).toLocaleString("en-US", { maximumFractionDigits: 0 });
      throw new ProblemError("too-large", `a file of this kind is not read above ${most} MB`, "Choose a smaller file", { file: file.name });
    }
    const whole = new Uint8Array(file.size);
    let at = 0;
    const sha256 = await this.stream(file, (bytes) => {
      whole.set(bytes, at);
      at += bytes.length;
    });
    return { bytes: whole, sha256 };
  }
}
