type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** The arrays' bytes one after another; little-endian, as every machine with JavaScript has them. */
export function joinBytes(parts: readonly Numbers[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

/** Reads arrays from where the last one ended. Throws a RangeError past the end. */
export class ByteReader {
  readonly #bytes: ArrayBuffer;
  #at = 0;

  constructor(bytes: ArrayBuffer) {
    this.#bytes = bytes;
  }

  uint32(): number {
    return new Uint32Array(this.#take(4))[0];
  }

  bytes(count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#take(count));
  }

  uint16(count: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#take(2 * count));
  }

  float32(count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#take(4 * count));
  }

  /** What has not been read yet. */
  rest(): ArrayBuffer {
    return this.#take(this.#bytes.byteLength - this.#at);
  }

  expectEnd(): void {
    if (this.#at !== this.#bytes.byteLength) throw new RangeError(`${this.#bytes.byteLength - this.#at} bytes are left over.`);
  }

  #take(length: number): ArrayBuffer {
    const end = this.#at + length;
    if (end > this.#bytes.byteLength) throw new RangeError(`The file ends at byte ${this.#bytes.byteLength}, before byte ${end}.`);
    const taken = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return taken;
  }
}
