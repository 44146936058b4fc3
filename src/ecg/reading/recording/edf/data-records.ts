import { mvPerUnit } from "../voltage-unit.ts";
import { parseAnnotationLists, type TimedText } from "./annotation-list.ts";
import type { EdfHeader, EdfSignal } from "./header.ts";

/** Takes the bytes of an EDF file as they come and deals its data records out to the leads. */
export class DataRecords {
  /** mV, records one after the other whatever their times; as many arrays as leads */
  readonly samplesMv: readonly Float32Array<ArrayBuffer>[];
  /** of each record, from the start time; NaN where it has no list that keeps the time */
  readonly onsetS: Float64Array;
  readonly texts: TimedText[] = [];
  unreadableLists = 0;

  readonly #leads: readonly EdfSignal[];
  readonly #annotations: readonly EdfSignal[];
  readonly #record: Uint8Array;
  readonly #view: DataView;
  #headerLeft: number;
  #recordLength = 0;
  #records = 0;

  constructor(header: EdfHeader, leads: readonly EdfSignal[], recordCount: number) {
    this.#leads = leads;
    this.#annotations = header.variant === "edf" ? [] : header.signals.filter(({ isAnnotations }) => isAnnotations);
    this.samplesMv = leads.map(({ samplesPerRecord }) => new Float32Array(recordCount * samplesPerRecord));
    this.onsetS = new Float64Array(recordCount).fill(NaN);
    this.#record = new Uint8Array(header.recordBytes);
    this.#view = new DataView(this.#record.buffer);
    this.#headerLeft = header.headerBytes;
  }

  feed(chunk: Uint8Array): void {
    let at = Math.min(this.#headerLeft, chunk.length);
    this.#headerLeft -= at;
    while (at < chunk.length && this.#records < this.onsetS.length) {
      const piece = chunk.subarray(at, at + this.#record.length - this.#recordLength);
      this.#record.set(piece, this.#recordLength);
      this.#recordLength += piece.length;
      at += piece.length;
      if (this.#recordLength === this.#record.length) this.#deal();
    }
  }

  #deal(): void {
    for (const [i, { at, samplesPerRecord, scale, offset, unit }] of this.#leads.entries()) {
      const samplesMv = this.samplesMv[i];
      const toMv = mvPerUnit(unit) ?? 1;
      const first = this.#records * samplesPerRecord;
      for (let k = 0; k < samplesPerRecord; k++) samplesMv[first + k] = (offset + scale * this.#view.getInt16(at + 2 * k, true)) * toMv;
    }
    for (const [i, { at, samplesPerRecord }] of this.#annotations.entries()) {
      const lists = parseAnnotationLists(this.#record.subarray(at, at + 2 * samplesPerRecord));
      if (i === 0 && lists.recordOnsetS !== null) this.onsetS[this.#records] = lists.recordOnsetS;
      for (const text of lists.texts) this.texts.push(text);
      this.unreadableLists += lists.unreadable;
    }
    this.#records++;
    this.#recordLength = 0;
  }
}
