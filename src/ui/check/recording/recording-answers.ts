import type { RecordingAnswers, RecordingQuestion, SampleUnit } from "../../../ecg/reading/recording/recording-question.ts";
import { RATE_HZ } from "../../../ecg/reading/recording/text/notes.ts";
import { typedNumber } from "../../shared/typed-number.ts";

export type ColumnUse = "time" | "lead" | "unused";

export interface ColumnDraft {
  readonly use: ColumnUse;
  /** of the lead, kept while the column is used otherwise */
  readonly name: string;
}

/** The answers as they stand in the dialog: one entry a column, numbers as they are typed. */
export interface RecordingDraft {
  readonly columns: readonly ColumnDraft[];
  readonly isRateFromTimes: boolean;
  readonly samplingRate: string;
  readonly unit: SampleUnit["kind"];
  readonly unitsPerMv: string;
  readonly zero: string;
}

export type DraftReading =
  | { readonly kind: "fit"; readonly answers: RecordingAnswers }
  | { readonly kind: "unfit"; readonly sentence: string };

/** What MIT-BIH's and many other converters have. */
const USUAL_ADC = { unitsPerMv: "200", zero: "0" } as const;

/** The reader's guess, to confirm or correct. */
export function draftOf({ columnNames, guess }: RecordingQuestion): RecordingDraft {
  const { timeColumn, leads, samplingRateHz, unit } = guess;
  return {
    columns: columnNames.map((columnName, column) => {
      const lead = leads.find((guessed) => guessed.column === column);
      return { use: column === timeColumn ? "time" : lead ? "lead" : "unused", name: lead?.name ?? columnName };
    }),
    isRateFromTimes: timeColumn !== null && samplingRateHz === null,
    samplingRate: samplingRateHz === null ? "" : String(samplingRateHz),
    unit: unit.kind,
    ...(unit.kind === "adc" ? { unitsPerMv: String(unit.unitsPerMv), zero: String(unit.zero) } : USUAL_ADC),
  };
}

export const hasTime = ({ columns }: Pick<RecordingDraft, "columns">): boolean => columns.some(({ use }) => use === "time");

/** Uses a column so. There is one column of times at most: the one before gives way. Without times they tell no rate. */
export function assignUse(draft: RecordingDraft, column: number, use: ColumnUse): RecordingDraft {
  const columns = draft.columns.map((other, i): ColumnDraft => {
    if (i === column) return { ...other, use };
    return use === "time" && other.use === "time" ? { ...other, use: "unused" } : other;
  });
  return { ...draft, columns, isRateFromTimes: draft.isRateFromTimes && hasTime({ columns }) };
}

export function nameColumn(draft: RecordingDraft, column: number, name: string): RecordingDraft {
  return { ...draft, columns: draft.columns.with(column, { ...draft.columns[column], name }) };
}

/** The answers of a draft, or why they will not do, in one sentence. */
export function readDraft(draft: RecordingDraft): DraftReading {
  const leads = draft.columns.flatMap(({ use, name }, column) => (use === "lead" ? [{ column, name: name.trim() }] : []));
  if (leads.length === 0) return unfit("No column is a lead. Choose “Lead” for each column that holds samples of the ECG.");
  const unnamed = leads.find(({ name }) => name === "");
  if (unnamed) return unfit(`The lead in column ${unnamed.column + 1} has no name. Type one, such as II or V1.`);
  const twice = leads.find(({ name }, i) => leads.findIndex((lead) => lead.name === name) < i);
  if (twice) return unfit(`Two leads are called “${twice.name}”. Give each its own name.`);

  const samplingRateHz = draft.isRateFromTimes ? null : typedNumber(draft.samplingRate);
  if (samplingRateHz !== null && !(samplingRateHz >= RATE_HZ.min && samplingRateHz <= RATE_HZ.max)) {
    return unfit(`The sampling rate must be a number from ${RATE_HZ.min} to ${RATE_HZ.max} Hz.`);
  }
  const unit = readUnit(draft);
  if (unit === null) return unfit("The gain must be a number above 0, and the value at 0 mV a number.");
  const timeColumn = draft.columns.findIndex(({ use }) => use === "time");
  return { kind: "fit", answers: { kind: "recording", timeColumn: timeColumn < 0 ? null : timeColumn, leads, samplingRateHz, unit } };
}

function readUnit({ unit, ...typed }: RecordingDraft): SampleUnit | null {
  if (unit !== "adc") return { kind: unit };
  const unitsPerMv = typedNumber(typed.unitsPerMv);
  const zero = typedNumber(typed.zero);
  return unitsPerMv > 0 && Number.isFinite(unitsPerMv) && Number.isFinite(zero) ? { kind: unit, unitsPerMv, zero } : null;
}

function unfit(sentence: string): DraftReading {
  return { kind: "unfit", sentence };
}
