import { cellText, isBlank, MAX_COLUMNS, type CellRow } from "../../cell-row.ts";
import type { FindingLog } from "../../findings.ts";
import { parseNumber, UNREADABLE } from "../../number-cell.ts";
import type { RowTaker } from "../../number-lines.ts";
import type { SampleUnit } from "../recording-question.ts";
import { requireSamplesInMemory } from "../sample-limit.ts";
import { LeadSamples } from "./lead-samples.ts";
import { parseClockTime, parseDateTime } from "./moment-cell.ts";
import type { RecordingHead } from "./recording-head.ts";
import { RecordingProblems } from "./recording-problems.ts";
import { SampleClock } from "./sample-clock.ts";
import type { TextPlan } from "./text-plan.ts";

const DAY_S = 86_400;
/** Room for the samples is asked for once in so many rows. */
const ROWS_PER_LIMIT_CHECK = 1 << 20;

/** Takes the rows of a recording, checks them, and keeps its samples in mV. Throws ProblemError at the first bad row. */
export class RecordingRows implements RowTaker {
  readonly leads: readonly LeadSamples[];
  /** null without a column of times */
  readonly clock: SampleClock | null;
  /** samples that the file leaves empty, of all leads together */
  missing = 0;
  count = 0;
  readonly #head: RecordingHead;
  readonly #plan: TextPlan;
  readonly #log: FindingLog;
  readonly #problems: RecordingProblems;
  readonly #width: number;
  readonly #columns: Int32Array;
  readonly #mvPerUnit: Float64Array;
  readonly #zero: Float64Array;
  readonly #values: Float64Array;
  #blankLines: number[] = [];

  constructor(head: RecordingHead, plan: TextPlan, log: FindingLog) {
    this.#head = head;
    this.#plan = plan;
    this.#log = log;
    this.#problems = new RecordingProblems(head);
    this.#width = head.columns.length;
    this.leads = plan.leads.map(() => new LeadSamples());
    this.clock = plan.time === null ? null : new SampleClock(plan.time.clock, plan.time.notation === "clock" ? DAY_S : null);
    this.#columns = Int32Array.from(plan.leads, ({ column }) => column);
    this.#mvPerUnit = Float64Array.from(plan.leads, ({ unit }) => mvPerUnit(unit));
    this.#zero = Float64Array.from(plan.leads, ({ unit }) => (unit.kind === "adc" ? unit.zero : 0));
    this.#values = new Float64Array(this.#width);
  }

  addNumbers(cells: Float64Array, count: number, line: number): boolean {
    if (count !== this.#width || this.#blankLines.length > 0 || (this.#plan.time !== null && this.#plan.time.notation !== "number")) return false;
    for (let lead = 0; lead < this.#columns.length; lead++) if (!this.#isSample(cells[this.#columns[lead]], lead)) return false;
    this.#keep(cells, this.#plan.time === null ? NaN : cells[this.#plan.time.column], line);
    return true;
  }

  add(row: CellRow, isCutOff: boolean): void {
    if (isBlank(row) && !row.malformed && row.count < Math.max(2, this.#width)) {
      if (this.count > 0) this.#blankLines.push(row.line);
      return;
    }
    if (row.malformed) throw this.#problems.malformedQuote(row);
    if (row.count !== this.#width && !this.#hasEmptyEnd(row)) {
      if (!isCutOff || row.count > this.#width) throw this.#problems.ragged(row);
      this.#log.note("cut-off-row", this.#head.file.name, row.line);
      return;
    }
    for (const line of this.#blankLines) this.#log.note("blank-lines", this.#head.file.name, line);
    this.#blankLines = [];
    const { time } = this.#plan;
    for (let lead = 0; lead < this.#columns.length; lead++) {
      const column = this.#columns[lead];
      const value = parseNumber(row.text, row.starts[column], row.ends[column], this.#head.dialect.decimal);
      if (value === UNREADABLE || !(Number.isNaN(value) || this.#isSample(value, lead))) throw this.#problems.badSample(row, column);
      this.#values[column] = value;
    }
    this.#keep(this.#values, time === null ? NaN : this.#timeOf(row, time.column), row.line);
  }

  /** `cells` by column; NaN where a sample, or the time, is missing. */
  #keep(cells: Float64Array, time: number, line: number): void {
    if (this.clock !== null) this.#addTime(this.clock, time, line);
    for (let lead = 0; lead < this.#columns.length; lead++) {
      const value = cells[this.#columns[lead]];
      if (Number.isNaN(value)) this.missing++;
      this.leads[lead].push((value - this.#zero[lead]) * this.#mvPerUnit[lead]);
    }
    if (this.count++ % ROWS_PER_LIMIT_CHECK === 0) requireSamplesInMemory(this.leads.length, this.count, this.#head.file.name);
  }

  #addTime(clock: SampleClock, time: number, line: number): void {
    switch (clock.add(time, line)) {
      case "on":
        return;
      case "slightly-back":
        this.#log.note("samples-slightly-back", this.#head.file.name, line);
        return;
      case "back":
        throw this.#problems.timeBackwards(line, this.#plan.time?.column ?? 0, String(time));
    }
  }

  #timeOf(row: CellRow, column: number): number {
    const cell = cellText(row, column);
    if (cell === "") return NaN;
    const notation = this.#plan.time?.notation;
    const time = notation === "number" ? parseNumber(cell, 0, cell.length, this.#head.dialect.decimal) : notation === "clock" ? parseClockTime(cell) : parseDateTime(cell);
    if (!Number.isFinite(time)) throw this.#problems.badTime(row, column);
    return time;
  }

  /** Whether the value is one in single precision once it is in mV. */
  #isSample(value: number, lead: number): boolean {
    return Number.isFinite(Math.fround((value - this.#zero[lead]) * this.#mvPerUnit[lead]));
  }

  /** Separators at the end of the line make empty cells too many. */
  #hasEmptyEnd({ count, starts, ends }: CellRow): boolean {
    if (count < this.#width || count > MAX_COLUMNS) return false;
    for (let cell = this.#width; cell < count; cell++) if (starts[cell] < ends[cell]) return false;
    return true;
  }
}

function mvPerUnit(unit: SampleUnit): number {
  switch (unit.kind) {
    case "mV":
      return 1;
    case "µV":
      return 1e-3;
    case "V":
      return 1000;
    case "adc":
      return 1 / unit.unitsPerMv;
  }
}
