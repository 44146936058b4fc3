import { isPlausibleBpm, ROW_FLAG, type ColumnRole, type ExtraColumn } from "../heart-rate/table.ts";
import { UNLABELLED } from "../table.ts";
import { isBlank, MAX_COLUMNS, type CellRow } from "./cell-row.ts";
import { ExtraColumnBuilder } from "./extra-column.ts";
import type { FindingLog } from "./findings.ts";
import { GrowableArray } from "./growable-array.ts";
import { parseLabel, UNREADABLE_LABEL } from "./label-cell.ts";
import type { Layout } from "./layout.ts";
import { parseNumber, UNREADABLE, type DecimalMark } from "./number-cell.ts";
import { isInterval } from "./rate-unit.ts";
import { RowProblems } from "./row-problems.ts";
import type { TextDictionary } from "./text-dictionary.ts";
import { parseTime } from "./time-cell.ts";

/** The cycle that the published training files mark as anomalous. */
const ANOMALOUS_CYCLE = 1111;

const MOST_ROWS = 1 << 25;
const MOST_PATIENTS = 100_000;
const MOST_TEXTS = 1 << 20;
/** Scaling by minimum and maximum may leave a rounding error. */
const SCALE_TOLERANCE = 1e-9;

/** The data of one file in its own row order; all arrays have the same length. */
export interface FileRows {
  /** codes of the dictionary that was handed in */
  readonly patient: Uint32Array;
  /** seconds; empty where the file has no time */
  readonly timeS: Float64Array;
  /** bpm, or 0..1 where scaled; NaN at gaps */
  readonly rate: Float64Array;
  readonly label: Uint8Array;
  /** ROW_FLAG bits `filled` and `outOfRange` */
  readonly flags: Uint8Array;
  /** 1-based */
  readonly line: Uint32Array;
  readonly given: { readonly hrDiff: Float64Array; readonly peakLabel: Uint8Array } | null;
  readonly kept: readonly ExtraColumn[];
}

export interface FileRowsOptions {
  readonly fileName: string;
  readonly layout: Layout;
  readonly decimal: DecimalMark;
  /** shared by all files of one opening */
  readonly patients: TextDictionary;
  readonly log: FindingLog;
  /** keep hr_diff and peak_label as features that the file brings along, not as columns for the export only */
  readonly hasGiven: boolean;
}

/** Takes the rows of one file, checks them, and keeps them as typed columns. `add` throws ProblemError at the first bad row. */
export class FileRowsBuilder {
  readonly #options: FileRowsOptions;
  readonly #problems: RowProblems;
  readonly #column: Readonly<Record<Exclude<ColumnRole, "other">, number>>;
  readonly #width: number;
  readonly #patient = new GrowableArray((length) => new Uint32Array(length));
  readonly #timeS = new GrowableArray((length) => new Float64Array(length));
  readonly #rate = new GrowableArray((length) => new Float64Array(length));
  readonly #rr = new GrowableArray((length) => new Float64Array(length));
  readonly #label = new GrowableArray((length) => new Uint8Array(length));
  readonly #flags = new GrowableArray((length) => new Uint8Array(length));
  readonly #line = new GrowableArray((length) => new Uint32Array(length));
  readonly #hrDiff = new GrowableArray((length) => new Float64Array(length));
  readonly #peakLabel = new GrowableArray((length) => new Uint8Array(length));
  readonly #extras: readonly { readonly column: number; readonly builder: ExtraColumnBuilder }[];
  #headerRowsLeft: number;
  #blankLines: number[] = [];

  constructor(options: FileRowsOptions) {
    const { layout, decimal, fileName } = options;
    this.#options = options;
    this.#problems = new RowProblems(fileName, layout);
    const columnOf = (role: ColumnRole) => layout.columns.findIndex((column) => column.role === role);
    this.#column = {
      time: columnOf("time"), patient: columnOf("patient"), rate: columnOf("rate"), label: columnOf("label"),
      index: columnOf("index"), cycle: columnOf("cycle"), hr_diff: columnOf("hr_diff"), peak_label: columnOf("peak_label"),
    };
    this.#width = layout.columns.length;
    this.#headerRowsLeft = layout.headerRows;
    const keptRoles = new Set<ColumnRole>(["other", "index", "cycle", ...(this.#options.hasGiven ? [] : (["hr_diff", "peak_label"] as const))]);
    this.#extras = layout.columns.flatMap(({ name, role }, column) =>
      keptRoles.has(role) ? [{ column, builder: new ExtraColumnBuilder(name, decimal) }] : [],
    );
  }

  get length(): number {
    return this.#rate.length;
  }

  add(row: CellRow): void {
    if (isBlank(row) && !row.malformed) {
      if (this.length > 0) this.#blankLines.push(row.line);
      return;
    }
    if (this.#headerRowsLeft > 0) {
      this.#headerRowsLeft--;
      return;
    }
    this.#noteBlankLines();
    if (row.malformed) throw this.#problems.malformedQuote(row);
    if (row.count !== this.#width && !this.#hasEmptyEnd(row)) throw this.#problems.ragged(row);
    if (this.length >= MOST_ROWS) throw this.#problems.tooManyRows(row, MOST_ROWS);
    this.#addTime(row);
    this.#addPatient(row);
    this.#addRate(row);
    this.#addLabel(row);
    if (this.#options.hasGiven) this.#addGiven(row);
    for (const { column, builder } of this.#extras) {
      builder.push(row.text, row.starts[column], row.ends[column]);
      if (builder.textCount > MOST_TEXTS) throw this.#problems.tooManyTexts(row, column, MOST_TEXTS);
    }
    this.#line.push(row.line);
  }

  finish(): FileRows {
    const { columns, unit } = this.#options.layout;
    const rr: ExtraColumn[] = isInterval(unit) ? [{ kind: "number", name: columns[this.#column.rate].name, values: this.#rr.values() }] : [];
    return {
      patient: this.#patient.values(),
      timeS: this.#timeS.values(),
      rate: this.#rate.values(),
      label: this.#label.values(),
      flags: this.#flags.values(),
      line: this.#line.values(),
      given: this.#options.hasGiven ? { hrDiff: this.#hrDiff.values(), peakLabel: this.#peakLabel.values() } : null,
      kept: [...rr, ...this.#extras.map(({ builder }) => builder.finish())],
    };
  }

  /** Separators at the end of the line make empty cells too many. */
  #hasEmptyEnd({ count, starts, ends }: CellRow): boolean {
    if (count < this.#width || count > MAX_COLUMNS) return false;
    for (let cell = this.#width; cell < count; cell++) if (starts[cell] < ends[cell]) return false;
    return true;
  }

  /** Empty lines count once data follow them; those at the end of a file are nothing to speak of. */
  #noteBlankLines(): void {
    if (this.#blankLines.length === 0) return;
    for (const line of this.#blankLines) this.#options.log.note("blank-lines", this.#options.fileName, line);
    this.#blankLines = [];
  }

  #addTime(row: CellRow): void {
    const column = this.#column.time;
    if (column < 0) return;
    const timeS = parseTime(row.text, row.starts[column], row.ends[column], this.#options.layout.timeKind, this.#options.decimal);
    if (Number.isNaN(timeS)) throw this.#problems.badTime(row, column, this.length === 0);
    this.#timeS.push(timeS);
  }

  #addPatient(row: CellRow): void {
    const column = this.#column.patient;
    const { patients, fileName } = this.#options;
    if (column < 0) {
      const stem = fileStem(fileName);
      this.#patient.push(patients.codeOf(stem, 0, stem.length));
      return;
    }
    if (row.starts[column] === row.ends[column]) throw this.#problems.missingPatient(row, column);
    this.#patient.push(patients.codeOf(row.text, row.starts[column], row.ends[column]));
    if (patients.texts.length > MOST_PATIENTS) throw this.#problems.tooManyPatients(row, column, MOST_PATIENTS);
  }

  #addRate(row: CellRow): void {
    const column = this.#column.rate;
    const { layout, decimal, log, fileName } = this.#options;
    const value = parseNumber(row.text, row.starts[column], row.ends[column], decimal);
    if (value === UNREADABLE) throw this.#problems.badRate(row, column);
    let rate = value;
    if (layout.unit === "scaled") {
      if (value < -SCALE_TOLERANCE || value > 1 + SCALE_TOLERANCE) throw this.#problems.notScaled(row, column);
    } else if (layout.unit !== "bpm") {
      if (value <= 0) throw this.#problems.notAnInterval(row, column);
      rate = (layout.unit === "rr-ms" ? 60_000 : 60) / value;
      if (rate === Infinity) throw this.#problems.notAnInterval(row, column);
      this.#rr.push(value);
    }
    let flags = 0;
    if (Number.isNaN(rate)) {
      flags = ROW_FLAG.filled;
      log.note("gaps-filled", fileName, row.line);
    } else if (layout.unit !== "scaled" && !isPlausibleBpm(rate)) {
      flags = ROW_FLAG.outOfRange;
      log.note("out-of-range", fileName, row.line);
    }
    this.#rate.push(rate);
    this.#flags.push(flags);
  }

  #addLabel(row: CellRow): void {
    const { label, cycle } = this.#column;
    if (label >= 0) {
      const value = parseLabel(row.text, row.starts[label], row.ends[label]);
      if (value === UNREADABLE_LABEL) throw this.#problems.badLabel(row, label);
      this.#label.push(value);
    } else if (this.#options.layout.labelsFromCycle) {
      const value = parseNumber(row.text, row.starts[cycle], row.ends[cycle], this.#options.decimal);
      if (value === UNREADABLE) throw this.#problems.badNumber(row, cycle);
      this.#label.push(Number.isNaN(value) ? UNLABELLED : value === ANOMALOUS_CYCLE ? 1 : 0);
    } else {
      this.#label.push(UNLABELLED);
    }
  }

  #addGiven(row: CellRow): void {
    const { hr_diff, peak_label } = this.#column;
    const diff = parseNumber(row.text, row.starts[hr_diff], row.ends[hr_diff], this.#options.decimal);
    if (diff === UNREADABLE) throw this.#problems.badNumber(row, hr_diff);
    if (diff < -SCALE_TOLERANCE || diff > 1 + SCALE_TOLERANCE) throw this.#problems.notScaled(row, hr_diff);
    this.#hrDiff.push(diff);
    const peak = parseLabel(row.text, row.starts[peak_label], row.ends[peak_label]);
    if (peak === UNREADABLE_LABEL) throw this.#problems.badLabel(row, peak_label);
    this.#peakLabel.push(peak === 1 ? 1 : 0);
  }
}

/** A file's name without its ending: the patient where the file has no column for it. */
function fileStem(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]+$/, "");
}
