/** A block of a long recording has 4 MB: a new one costs no copy, and a lead is never held twice. A short one may have a thousand leads. */
const MOST_PER_BLOCK = 1 << 20;
const LEAST_PER_BLOCK = 1 << 10;

/** Samples that are missing from the file, before the sample of that number. */
export interface Insertion {
  readonly before: number;
  readonly count: number;
}

/** The samples of one lead, taken one by one without knowing how many there will be; NaN where one is missing. */
export class LeadSamples {
  readonly #blocks: Float32Array<ArrayBuffer>[] = [];
  #block: Float32Array<ArrayBuffer> = new Float32Array(0);
  #inBlock = 0;
  count = 0;

  push(sample: number): void {
    if (this.#inBlock === this.#block.length) {
      this.#block = new Float32Array(Math.min(Math.max(this.count, LEAST_PER_BLOCK), MOST_PER_BLOCK));
      this.#blocks.push(this.#block);
      this.#inBlock = 0;
    }
    this.#block[this.#inBlock++] = sample;
    this.count++;
  }

  /** All samples in one array, with NaN for the insertions, which are ascending. Nothing can be pushed afterwards: each block is let go once copied. */
  finish(insertions: readonly Insertion[]): Float32Array<ArrayBuffer> {
    const whole = new Float32Array(this.count + insertions.reduce((sum, { count }) => sum + count, 0));
    let row = 0;
    let at = 0;
    let next = 0;
    for (let block = this.#blocks.shift(); block !== undefined; block = this.#blocks.shift()) {
      const end = Math.min(row + block.length, this.count);
      const first = row;
      while (row < end) {
        const insertion = insertions.at(next);
        if (insertion?.before === row) {
          whole.fill(NaN, at, at + insertion.count);
          at += insertion.count;
          next++;
        }
        const to = Math.min(end, insertions.at(next)?.before ?? end);
        whole.set(block.subarray(row - first, to - first), at);
        at += to - row;
        row = to;
      }
    }
    return whole;
  }
}
