import type { ShownSeries } from "./protocol.ts";

/** The series drawn lately, by key; the ones longest unused go first when they pass the limit in bytes together. */
export class SeriesCache {
  readonly #maxBytes: number;
  /** in order of use: the first is the one longest unused */
  readonly #series = new Map<string, ShownSeries>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): ShownSeries | null {
    const series = this.#series.get(key);
    if (series === undefined) return null;
    this.#series.delete(key);
    this.#series.set(key, series);
    return series;
  }

  /** The newest is kept even if it alone passes the limit: it is about to be drawn. */
  set(key: string, series: ShownSeries): void {
    this.#remove(key);
    this.#series.set(key, series);
    this.#bytes += bytesOf(series);
    for (const oldest of [...this.#series.keys()]) {
      if (this.#bytes <= this.#maxBytes || oldest === key) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const series = this.#series.get(key);
    if (series === undefined) return;
    this.#series.delete(key);
    this.#bytes -= bytesOf(series);
  }
}

const bytesOf = ({ timeS, rateBpm, label, score }: ShownSeries): number =>
  timeS.byteLength + rateBpm.byteLength + label.byteLength + (score?.byteLength ?? 0);
