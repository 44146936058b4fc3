import { meaningOfName } from "../../column-names.ts";
import { ProblemError, QUOTED_VALUE_LENGTH } from "../../../problem.ts";
import { TWELVE_LEADS } from "../../../recording/lead-names.ts";
import type { RecordingForm } from "../../../recording/recording.ts";
import type { RecordingAnswers, RecordingQuestion, SampleUnit } from "../recording-question.ts";
import { guessLeads } from "./guess-leads.ts";
import { guessRate } from "./guess-rate.ts";
import { findTimeColumns, timeColumn, type TimeColumn } from "./guess-time.ts";
import { guessUnit } from "./guess-unit.ts";
import { RATE_HZ, readNotes, unitNamed, type Stated } from "./notes.ts";
import type { RecordingHead } from "./recording-head.ts";

/** How a recording as text is read. */
export interface TextPlan {
  readonly form: RecordingForm;
  readonly time: TimeColumn | null;
  readonly leads: readonly LeadColumn[];
  /** null: found from the times */
  readonly samplingRateHz: number | null;
  readonly stated: Stated;
  /** whether the unit was told from the size of the values alone */
  readonly isUnitFromSize: boolean;
}

export interface LeadColumn {
  readonly column: number;
  readonly name: string;
  readonly unit: SampleUnit;
}

const QUESTION_ROWS = 8;
/** What the PhysioNet's CSV in units of the converter holds, as most often met: MIT-BIH. */
const PHYSIONET_ADC = { unit: { kind: "adc", unitsPerMv: 200, zero: 1024 }, samplingRateHz: 360 } as const;
const PHYSIONET_COUNT = /^sample #$/i;

/** The plan as guessed, with what is not sure as `reasons`, one sentence each. Throws ProblemError `no-leads` where no column is left that could be one. */
export function guessPlan(head: RecordingHead): { readonly plan: TextPlan; readonly reasons: readonly string[] } {
  const stated = readNotes(head.notes);
  const times = findTimeColumns(head);
  const time = times.at(0) ?? null;
  const { leads, reasons: leadReasons } = guessLeads(head, times.map(({ column }) => column));
  const reasons = [...leadReasons];
  if (!head.columns.some(({ notation }, column) => notation === "number" && column !== time?.column)) {
    throw new ProblemError("no-leads", "there is no column of samples beside the times", "Choose a file with at least one lead", { file: head.file.name });
  }
  if (leads.length === 0) reasons.push("No column could be told to be a lead of an ECG.");
  const isPhysionetAdc = time !== null && PHYSIONET_COUNT.test(head.names[time.column]);

  const unnamed = leads.filter(({ column }) => unitOf(head, column) === null);
  const guessed = stated.unit === null && unnamed.length > 0 ? guessUnit(head.columns[unnamed[0].column].values) : null;
  const adc = isPhysionetAdc && guessed?.unit.kind === "adc" ? PHYSIONET_ADC : null;
  if (guessed && !guessed.isSure) reasons.push("The file does not say in which unit the samples are.");

  const hasRate = stated.samplingRateHz !== null || (time !== null && time.unitsPerS !== null);
  if (!hasRate) reasons.push(time !== null && !time.isCount ? "It cannot be told in which unit the times are, so the sampling rate is not known." : "The file does not say how many samples were taken in a second.");
  return {
    plan: {
      form: formOf(head, stated),
      time,
      leads: leads.map((lead) => ({
        column: lead.column,
        name: leads.length === 1 && lead.name === "ECG" ? (stated.lead ?? lead.name) : lead.name,
        unit: unitOf(head, lead.column) ?? stated.unit ?? adc?.unit ?? guessed?.unit ?? { kind: "mV" },
      })),
      samplingRateHz: time !== null && time.unitsPerS !== null ? null : (stated.samplingRateHz ?? adc?.samplingRateHz ?? proposedRate(head, leads)),
      stated,
      isUnitFromSize: guessed !== null && guessed.isSure,
    },
    reasons,
  };
}

/**
 * The plan as the user states it. Throws ProblemError `import-answers` where there is no lead, a column is given twice or
 * is none of numbers, the rate is missing or absurd, or the gain is not above zero.
 */
export function planOfAnswers(head: RecordingHead, answers: RecordingAnswers): TextPlan {
  const refuse = (what: string, advice: string) => new ProblemError("import-answers", what, advice, { file: head.file.name });
  const columns = [...answers.leads.map(({ column }) => column), ...(answers.timeColumn === null ? [] : [answers.timeColumn])];
  if (answers.leads.length === 0) throw refuse("no column was chosen as a lead", "Choose at least one column that holds samples");
  if (new Set(columns).size < columns.length) throw refuse("a column was chosen twice", "Choose each column once, as the time or as a lead");
  if (!columns.every((column) => Number.isInteger(column) && column >= 0 && column < head.columns.length)) {
    throw refuse(`a column was chosen that the file does not have; it has ${head.columns.length}`, "Open the file again and choose among its columns");
  }
  if (answers.unit.kind === "adc" && !(answers.unit.unitsPerMv > 0 && Number.isFinite(answers.unit.unitsPerMv) && Number.isFinite(answers.unit.zero))) {
    throw refuse("the gain must be above zero", "State how many units of the file make one millivolt");
  }
  const { samplingRateHz, unit } = answers;
  if (samplingRateHz !== null && !(samplingRateHz >= RATE_HZ.min && samplingRateHz <= RATE_HZ.max)) {
    throw refuse(`a sampling rate of ${samplingRateHz} Hz cannot be used`, `State the rate of the recording, ${RATE_HZ.min} to ${RATE_HZ.max.toLocaleString("en-US")} Hz`);
  }
  const time = answers.timeColumn === null ? null : timeColumn(head, head.columns[answers.timeColumn], answers.timeColumn, true);
  if (samplingRateHz === null && (time === null || time.unitsPerS === null)) {
    throw refuse("the sampling rate is not known, and the file has no times that tell it", "State how many samples were taken in a second");
  }
  const stated = readNotes(head.notes);
  return { form: formOf(head, stated), time, leads: answers.leads.map((lead) => ({ ...lead, unit })), samplingRateHz, stated, isUnitFromSize: false };
}

export function questionOf(head: RecordingHead, plan: TextPlan, reasons: readonly string[]): RecordingQuestion {
  const cut = (cell: string) => Array.from(cell).slice(0, QUOTED_VALUE_LENGTH).join("");
  return {
    kind: "recording",
    fileName: head.file.name,
    reasons,
    columnNames: head.columns.map((_, column) => head.names[column] || `column ${column + 1}`),
    firstRows: head.rows.slice(0, QUESTION_ROWS).map((cells) => cells.map(cut)),
    guess: {
      kind: "recording",
      timeColumn: plan.time?.column ?? null,
      leads: plan.leads.map(({ column, name }) => ({ column, name })),
      samplingRateHz: plan.samplingRateHz,
      unit: plan.leads.at(0)?.unit ?? { kind: "mV" },
    },
  };
}

/** Of the column, from its name or the row of units; null where neither says it. */
function unitOf({ names, units }: RecordingHead, column: number): SampleUnit | null {
  const inName = /(?<=[([\s_])([^()[\]\s_]+)\s*[)\]]?$/.exec(names[column])?.[1] ?? "";
  const bare = (text: string) => unitNamed(text.replace(/[()[\]]/g, ""));
  return bare(units[column]) ?? (inName.toLowerCase() === "v" && !/[([]/.test(names[column]) ? null : bare(inName)) ?? (meaningOfName(names[column]).exact ? bare(names[column]) : null);
}

function formOf({ isListed, names }: RecordingHead, { samplingRateHz }: Stated): RecordingForm {
  if (isListed && samplingRateHz !== null) return "apple-watch";
  return names.some((name) => /^sensor timestamp/i.test(name)) && names.some((name) => /^ecg\b/i.test(name)) ? "polar" : "delimited-text";
}

function proposedRate(head: RecordingHead, leads: readonly { readonly column: number }[]): number {
  if (leads.length === 0) return 250;
  return guessRate(head.columns[leads[0].column].values, { fileName: head.file.name, isTwelveLeads: leads.length === TWELVE_LEADS.length, rowCount: head.rows.length });
}
