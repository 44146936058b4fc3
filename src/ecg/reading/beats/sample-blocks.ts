/** 4 MB each: a new block costs no copy, and the whole is never held more than twice. */
const SAMPLES_PER_BLOCK = 1 << 20;

/** Beats of one length, added one by one without knowing how many there will be. */
export class SampleBlocks {
  readonly #samplesPerBeat: number;
  readonly #beatsPerBlock: number;
  readonly #blocks: Float32Array<ArrayBuffer>[] = [];
  count = 0;

  constructor(samplesPerBeat: number) {
    this.#samplesPerBeat = samplesPerBeat;
    this.#beatsPerBlock = Math.max(1, Math.floor(SAMPLES_PER_BLOCK / samplesPerBeat));
  }

  add(samples: Float32Array): void {
    const inBlock = this.count % this.#beatsPerBlock;
    if (inBlock === 0) this.#blocks.push(new Float32Array(this.#beatsPerBlock * this.#samplesPerBeat));
    this.#blocks[this.#blocks.length - 1].set(samples, inBlock * this.#samplesPerBeat);
    this.count++;
  }

  /** All beats in one array, count × samplesPerBeat. Nothing can be added afterwards: each block is let go once copied. */
  finish(): Float32Array<ArrayBuffer> {
    const whole = new Float32Array(this.count * this.#samplesPerBeat);
    let end = whole.length;
    for (let block = this.#blocks.pop(); block !== undefined; block = this.#blocks.pop()) {
      const from = this.#blocks.length * block.length;
      whole.set(block.subarray(0, end - from), from);
      end = from;
    }
    return whole;
  }
}
