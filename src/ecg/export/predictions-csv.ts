import { ROW_FLAG, type ExtraColumn, type InputColumn, type PatientSeries, type TimeKind } from "../heart-rate/table.ts";
import { UNLABELLED } from "../table.ts";
import { pause, type JobControl } from "../progress.ts";
import { csvCell } from "./csv-cell.ts";
import { float32Text } from "./float32-text.ts";
import { timeText } from "./time-text.ts";

export interface PredictionsExport {
  readonly columns: readonly InputColumn[];
  readonly timeKind: TimeKind;
  readonly patients: readonly PatientSeries[];
  /** per patient, per row; NaN where not scored */
  readonly scores: readonly Float32Array[];
  readonly threshold: number;
  /** the verdict on the event that holds this row, or "" */
  readonly verdictOf: (patient: number, row: number) => string;
}

const OUR_COLUMNS = ["score", "prediction", "verdict"] as const;
const ROWS_PER_PART = 20_000;

/**
 * The input's columns in its own row order, plus score, prediction (0/1) and verdict, as comma-separated text in parts.
 * A filled gap is left empty, as it was in the input; a row that was not scored has empty score and prediction.
 * Yields to messages between parts; rejects with the signal's reason when aborted.
 */
export async function predictionsCsv(input: PredictionsExport, { signal, onProgress }: JobControl): Promise<Blob> {
  const parts = [`${headerNames(input.columns).map(csvCell).join(",")}\n`];
  const writers = input.patients.map((series, patient) => rowWriter(input, series, patient));
  const order = inputOrder(input.patients);
  const rows = order.patient.length;
  for (let start = 0; start < rows; start += ROWS_PER_PART) {
    const end = Math.min(start + ROWS_PER_PART, rows);
    const lines: string[] = [];
    for (let i = start; i < end; i++) lines.push(writers[order.patient[i]](order.row[i]));
    parts.push(`${lines.join("\n")}\n`);
    onProgress({ stage: "Writing", done: end, total: rows, unit: "rows" });
    await pause(signal);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** Ours give way where the input, say an earlier export, has a column of that name. */
function headerNames(columns: readonly InputColumn[]): string[] {
  const taken = new Set(columns.map(({ name }) => name));
  const free = (name: string) => {
    let unique = name;
    for (let copy = 2; taken.has(unique); copy++) unique = `${name} (${copy})`;
    return unique;
  };
  return [...columns.map(({ name }) => name), ...OUR_COLUMNS.map(free)];
}

/** Which patient's which row stands at each place of the input. */
function inputOrder(patients: readonly PatientSeries[]): { readonly patient: Uint32Array; readonly row: Uint32Array } {
  const rows = patients.reduce((sum, { sourceRow }) => sum + sourceRow.length, 0);
  const patient = new Uint32Array(rows);
  const row = new Uint32Array(rows);
  patients.forEach(({ sourceRow }, p) => {
    for (let i = 0; i < sourceRow.length; i++) {
      patient[sourceRow[i]] = p;
      row[sourceRow[i]] = i;
    }
  });
  return { patient, row };
}

type CellWriter = (row: number) => string;

function rowWriter(input: PredictionsExport, series: PatientSeries, patient: number): CellWriter {
  const cells = input.columns.map((column) => cellWriter(column, input.timeKind, series));
  const score = input.scores[patient];
  return (row) => {
    const line = cells.map((cell) => cell(row));
    if (Number.isNaN(score[row])) line.push("", "");
    else line.push(float32Text(score[row]), score[row] >= input.threshold ? "1" : "0");
    line.push(csvCell(input.verdictOf(patient, row)));
    return line.join(",");
  };
}

/** Kept columns are written as they were read; the others from the series. */
function cellWriter({ name, role }: InputColumn, timeKind: TimeKind, series: PatientSeries): CellWriter {
  const { timeS, rateBpm, label, flags, given, extra } = series;
  const kept = extra.find((column) => column.name === name);
  if (kept) return keptCell(kept);
  switch (role) {
    case "time":
      return (row) => timeText(timeS[row], timeKind);
    case "patient": {
      const id = csvCell(series.patientId);
      return () => id;
    }
    case "rate":
      return (row) => ((flags[row] & ROW_FLAG.filled) === 0 ? String(rateBpm[row]) : "");
    case "label":
      return (row) => (label[row] === UNLABELLED ? "" : String(label[row]));
    case "hr_diff":
      if (given) return (row) => numberCell(given.hrDiff[row]);
      break;
    case "peak_label":
      if (given) return (row) => String(given.peakLabel[row]);
      break;
    case "index":
    case "cycle":
    case "other":
      break;
  }
  throw new Error(`Column “${name}” (${role}) was not kept by the reader.`);
}

function keptCell(column: ExtraColumn): CellWriter {
  if (column.kind === "number") return (row) => numberCell(column.values[row]);
  const texts = column.texts.map(csvCell);
  return (row) => texts[column.codes[row]];
}

const numberCell = (value: number): string => (Number.isNaN(value) ? "" : String(value));

/** A file name that every system takes: the input's name without its ending, and what the file is. */
export function exportFileName(inputName: string, what: string, ending: string): string {
  const stem = inputName.replace(/\.[^.]{1,5}$/, "").replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|(?<![-.])[-.]+$/g, "").slice(0, 80);
  return `${stem === "" ? "heart-rate" : stem}-${what}.${ending}`;
}
