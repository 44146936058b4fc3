type Numbers = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A typed array whose length is not known beforehand; it doubles when full. */
export class GrowableArray<A extends Numbers> {
  readonly #allocate: (length: number) => A;
  #values: A;
  length = 0;

  constructor(allocate: (length: number) => A) {
    this.#allocate = allocate;
    this.#values = allocate(1024);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#allocate(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** A view of what was pushed so far. */
  values(): A {
    return this.#values.subarray(0, this.length) as A;
  }
}
