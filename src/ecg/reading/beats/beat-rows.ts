import { HEARTBEAT_SAMPLES, heartbeatResampler } from "../../beats/resample.ts";
import type { Beats } from "../../beats/table.ts";
import { UNLABELLED } from "../../table.ts";
import { cellText, isBlank, MAX_COLUMNS, type CellRow } from "../cell-row.ts";
import type { FindingLog } from "../findings.ts";
import { GrowableArray } from "../growable-array.ts";
import { parseNumber } from "../number-cell.ts";
import type { RowTaker } from "../number-lines.ts";
import type { BeatHead } from "./beat-head.ts";
import { samplesInRow, type BeatLayout } from "./beat-layout.ts";
import { BeatProblems } from "./beat-problems.ts";
import { classOfNumber, parseClass, UNKNOWN_CLASS } from "./class-cell.ts";
import { SampleBlocks } from "./sample-blocks.ts";

/** 512 MB of samples: as much as a browser's worker can be expected to hold twice. */
const MOST_SAMPLES = 1 << 27;
/** Numbers from here on have no finite single-precision value. */
const SINGLE_PRECISION_END = 2 ** 128 - 2 ** 103;
/** Scaling by minimum and maximum may leave a rounding error. */
const UNIT_TOLERANCE = 1e-6;
const ARFF_COMMENT = 37;

type BeatColumns = Omit<Beats, "scheme">;

/** Beats of all files of one opening, in their order. */
export class BeatColumnsBuilder {
  readonly samplesPerBeat: number;
  readonly mostBeats: number;
  readonly #samples: SampleBlocks;
  readonly #label = new GrowableArray((length) => new Uint8Array(length));
  readonly #file = new GrowableArray((length) => new Uint16Array(length));
  readonly #line = new GrowableArray((length) => new Uint32Array(length));

  constructor(samplesPerBeat: number, mostSamples = MOST_SAMPLES) {
    this.samplesPerBeat = samplesPerBeat;
    this.mostBeats = Math.floor(mostSamples / samplesPerBeat);
    this.#samples = new SampleBlocks(samplesPerBeat);
  }

  get count(): number {
    return this.#samples.count;
  }

  /** `samples` are copied. */
  add(samples: Float32Array, origin: { readonly label: number; readonly file: number; readonly line: number }): void {
    this.#samples.add(samples);
    this.#label.push(origin.label);
    this.#file.push(origin.file);
    this.#line.push(origin.line);
  }

  finish(): BeatColumns {
    const { count, samplesPerBeat } = this;
    return { count, samplesPerBeat, samples: this.#samples.finish(), label: this.#label.values().slice(), file: this.#file.values().slice(), line: this.#line.values().slice() };
  }
}

export interface BeatRowsOptions {
  readonly head: BeatHead;
  readonly layout: BeatLayout;
  /** index of the file in the table */
  readonly file: number;
  /** shared by all files of one opening */
  readonly columns: BeatColumnsBuilder;
  readonly log: FindingLog;
}

/** Takes the rows of one file, checks them, and adds them to the columns. `add` throws ProblemError at the first bad row. */
export class BeatRows implements RowTaker {
  readonly #options: BeatRowsOptions;
  readonly #problems: BeatProblems;
  readonly #firstSample: number;
  /** -1 without a class */
  readonly #labelColumn: number;
  readonly #values: Float64Array;
  readonly #samples: Float32Array;
  readonly #resample: ((samples: Float32Array) => Float32Array) | null;
  /** of `#samples` */
  #min = 0;
  #max = 0;
  #isHeaderDue: boolean;
  #blankLines: number[] = [];
  count = 0;

  constructor(options: BeatRowsOptions) {
    const { head, layout } = options;
    const samplesPerBeat = samplesInRow(layout);
    const { samplingRateHz, hasIndex, labelPlace, cellsPerRow } = layout;
    this.#options = options;
    this.#problems = new BeatProblems(head.file.name, layout, layout.hasHeader ? head.rows[0].cells : (head.arff?.attributes ?? []));
    this.#labelColumn = labelPlace === "none" ? -1 : labelPlace === "last" ? cellsPerRow - 1 : hasIndex ? 1 : 0;
    this.#firstSample = (hasIndex ? 1 : 0) + (labelPlace === "first" ? 1 : 0);
    this.#values = new Float64Array(cellsPerRow);
    this.#samples = new Float32Array(samplesPerBeat);
    this.#resample = samplingRateHz === null ? null : heartbeatResampler({ samplesPerBeat, samplingRateHz });
    this.#isHeaderDue = layout.hasHeader;
  }

  /** Takes a row all of whose cells are numbers, if it is a good one; else answers false, and `add` says what is wrong with it. */
  addNumbers(cells: Float64Array, count: number, line: number): boolean {
    const { layout, columns } = this.#options;
    if (count !== layout.cellsPerRow || this.#isHeaderDue || this.#blankLines.length > 0 || columns.count >= columns.mostBeats) return false;
    const label = layout.coding === null ? UNLABELLED : classOfNumber(cells[this.#labelColumn], layout.coding);
    if (label === UNKNOWN_CLASS || this.#takeSamples(cells) >= 0) return false;
    this.#keep(label, line);
    return true;
  }

  /** `isCutOff`: it is the file's last row, and no line break ends it. */
  add(row: CellRow, isCutOff: boolean): void {
    const { head, layout, columns } = this.#options;
    if (head.arff && row.count > 0 && row.text.charCodeAt(row.starts[0]) === ARFF_COMMENT) return;
    if (isBlank(row) && !row.malformed) {
      if (this.count > 0) this.#blankLines.push(row.line);
      return;
    }
    if (this.#isHeaderDue) {
      this.#isHeaderDue = false;
      return;
    }
    this.#noteBlankLines();
    if (row.malformed) throw this.#problems.malformedQuote(row);
    if (row.count !== layout.cellsPerRow && !this.#hasEmptyEnd(row)) throw this.#problems.ragged(row, isCutOff);
    if (columns.count >= columns.mostBeats) throw this.#problems.tooManyBeats(row, columns.mostBeats);
    for (let column = 0; column < layout.cellsPerRow; column++) {
      this.#values[column] = parseNumber(row.text, row.starts[column], row.ends[column], head.dialect.decimal);
    }
    const bad = this.#takeSamples(this.#values);
    if (bad >= 0) throw this.#problems.badSample(row, bad);
    this.#keep(this.#labelOf(row), row.line);
  }

  #labelOf(row: CellRow): number {
    const { head, layout } = this.#options;
    const column = this.#labelColumn;
    if (layout.coding === null) return UNLABELLED;
    const label = parseClass(cellText(row, column), layout.coding, head.dialect.decimal);
    if (label === UNKNOWN_CLASS) throw this.#problems.unknownClass(row, column, this.#values[column], layout.coding);
    return label;
  }

  /** Copies the row's samples. Returns the first column whose sample is no finite number in single precision, or -1. */
  #takeSamples(cells: Float64Array): number {
    const samples = this.#samples;
    const first = this.#firstSample;
    let min = Infinity;
    let max = -Infinity;
    for (let i = 0; i < samples.length; i++) {
      const sample = cells[first + i];
      if (!(Math.abs(sample) < SINGLE_PRECISION_END)) return first + i;
      if (sample < min) min = sample;
      if (sample > max) max = sample;
      samples[i] = sample;
    }
    this.#min = min;
    this.#max = max;
    return -1;
  }

  #keep(label: number, line: number): void {
    const { file, columns, layout } = this.#options;
    this.#noteSamples(line);
    if (label === UNLABELLED && layout.coding !== null) this.#note("unlabelled-beats", line);
    columns.add(this.#resample ? this.#resample(this.#samples) : this.#samples, { label, file, line });
    this.count++;
  }

  #noteSamples(line: number): void {
    const min = this.#min;
    const max = this.#max;
    if (min === max) this.#note(min === 0 ? "zero-beats" : "flat-beats", line);
    if (this.#resample) this.#note("resampled", line);
    else if (this.#samples.length === HEARTBEAT_SAMPLES && (min < -UNIT_TOLERANCE || max > 1 + UNIT_TOLERANCE)) this.#note("beats-outside-unit", line);
  }

  /** Separators at the end of the line make empty cells too many. */
  #hasEmptyEnd({ count, starts, ends }: CellRow): boolean {
    const { cellsPerRow } = this.#options.layout;
    if (count < cellsPerRow || count > MAX_COLUMNS) return false;
    for (let cell = cellsPerRow; cell < count; cell++) if (starts[cell] < ends[cell]) return false;
    return true;
  }

  /** Empty lines count once data follow them; those at the end of a file are nothing to speak of. */
  #noteBlankLines(): void {
    for (const line of this.#blankLines) this.#note("blank-lines", line);
    this.#blankLines = [];
  }

  #note(note: Parameters<FindingLog["note"]>[0], line: number): void {
    const { log, head } = this.#options;
    log.note(note, head.file.name, line);
  }
}
