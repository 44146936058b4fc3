import { ProblemError } from "../problem.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const SAMPLE_BYTES = 4096;

/**
 * The encoding by byte order mark; without one, UTF-16 where nearly every second byte is zero, as it is for digits and
 * separators, else UTF-8, and Windows-1252 for what is not valid UTF-8.
 */
export function guessEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const [even, odd] = zeroShares(head.subarray(0, SAMPLE_BYTES));
  if (odd > 0.7 && even < 0.05) return "utf-16le";
  if (even > 0.7 && odd < 0.05) return "utf-16be";
  return isUtf8(head) ? "utf-8" : "windows-1252";
}

function zeroShares(bytes: Uint8Array): [even: number, odd: number] {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2]++;
  const pairs = Math.max(1, bytes.length / 2);
  return [zeros[0] / pairs, zeros[1] / pairs];
}

function isUtf8(head: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    decoder.decode(head, { stream: true }); // the head may end inside a character
    return true;
  } catch {
    return false; // the only thing `decode` throws for, and the answer asked for
  }
}

/** Decodes a file chunk by chunk. Lines end in "\n" only, whatever the file has; a byte order mark is left out. */
export class LineDecoder {
  readonly #decoder: TextDecoder;
  readonly #fileName: string;
  #heldReturn = "";

  constructor(encoding: Encoding, fileName: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
    this.#fileName = fileName;
  }

  /** `line` is where the chunk begins, for the ProblemError `invalid-text` on bytes that are no text in this encoding. */
  decode(bytes: Uint8Array, line: number): string {
    const text = this.#heldReturn + this.#decodeBytes(bytes, line);
    this.#heldReturn = text.endsWith("\r") ? "\r" : "";
    return toNewlines(this.#heldReturn === "" ? text : text.slice(0, -1));
  }

  /** What was held back at the end of the last chunk. */
  end(line: number): string {
    return toNewlines(this.#heldReturn + this.#decodeBytes(null, line));
  }

  #decodeBytes(bytes: Uint8Array | null, line: number): string {
    try {
      return bytes ? this.#decoder.decode(bytes, { stream: true }) : this.#decoder.decode();
    } catch (cause) {
      throw new ProblemError(
        "invalid-text",
        `at or after this line there are bytes that are no ${this.#decoder.encoding.toUpperCase()} text`,
        "Save the file again as CSV in UTF-8",
        { file: this.#fileName, line },
        { cause },
      );
    }
  }
}

function toNewlines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
