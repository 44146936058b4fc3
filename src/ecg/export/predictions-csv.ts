import { ROW_FLAG, UNLABELLED, type ExtraColumn, type InputColumn, type PatientSeries, type TimeKind } from "../heart-rate/table.ts";
import { pause } from "../progress.ts";
import { csvCell } from "./csv-cell.ts";
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

const ROWS_PER_PART = 20_000;

/**
 * The input's columns in its own row order, plus score, prediction (0/1) and verdict, as comma-separated text in parts.
 * A filled gap is left empty, as it was in the input; a row that was not scored has empty score and prediction.
 * Yields to messages between parts; rejects with the signal's reason when aborted.
 */
export async function predictionsCsv(input: PredictionsExport, signal: AbortSignal): Promise<Blob> {
  const parts = [`${[...input.columns.map(({ name }) => name), "score", "prediction", "verdict"].map(csvCell).join(",")}\n`];
  const writers = input.patients.map((series, patient) => rowWriter(input, series, patient));
  const order = inputOrder(input.patients);
  for (let start = 0; start < order.patient.length; start += ROWS_PER_PART) {
    const lines: string[] = [];
    const end = Math.min(start + ROWS_PER_PART, order.patient.length);
    for (let i = start; i < end; i++) lines.push(writers[order.patient[i]](order.row[i]));
    parts.push(`${lines.join("\n")}\n`);
    await pause(signal);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** Which patient's which row stands at each place of the input. */
function inputOrder(patients: readonly PatientSeries[]): { patient: Uint32Array; row: Uint32Array } {
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

function rowWriter(input: PredictionsExport, series: PatientSeries, patient: number): (row: number) => string {
  const cells = input.columns.map((column) => cellWriter(column, input.timeKind, series));
  const score = input.scores[patient];
  return (row) => {
    const line = cells.map((cell) => cell(row));
    if (Number.isNaN(score[row])) line.push("", "");
    else line.push(String(Number(score[row].toPrecision(7))), score[row] >= input.threshold ? "1" : "0");
    line.push(csvCell(input.verdictOf(patient, row)));
    return line.join(",");
  };
}

/** Kept columns are written as they were read; the others from the series. */
function cellWriter({ name, role }: InputColumn, timeKind: TimeKind, series: PatientSeries): (row: number) => string {
  const kept = series.extra.find((column) => column.name === name);
  if (kept) return keptCell(kept);
  switch (role) {
    case "time":
      return (row) => timeText(series.timeS[row], timeKind);
    case "patient": {
      const id = csvCell(series.patientId);
      return () => id;
    }
    case "rate":
      return (row) => ((series.flags[row] & ROW_FLAG.filled) === 0 ? String(series.rateBpm[row]) : "");
    case "label":
      return (row) => (series.label[row] === UNLABELLED ? "" : String(series.label[row]));
    case "hr_diff":
      return (row) => numberCell(series.given?.hrDiff[row]);
    case "peak_label":
      return (row) => numberCell(series.given?.peakLabel[row]);
    case "index":
    case "cycle":
    case "other":
      return () => "";
  }
}

function keptCell(column: ExtraColumn): (row: number) => string {
  if (column.kind === "number") return (row) => numberCell(column.values[row]);
  const texts = column.texts.map(csvCell);
  return (row) => texts[column.codes[row]];
}

const numberCell = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? "" : String(value));

/** A file name that every system takes: the input's name without its ending, and what the file is. */
export function exportFileName(inputName: string, what: string, ending: string): string {
  const stem = inputName.replace(/\.[^.]{1,5}$/, "").replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "").slice(0, 80);
  return `${stem === "" ? "heart-rate" : stem}-${what}.${ending}`;
}
