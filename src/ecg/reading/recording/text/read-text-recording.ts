import { ProblemError } from "../../../problem.ts";
import { pause } from "../../../progress.ts";
import type { Lead, Recording, Timing } from "../../../recording/recording.ts";
import type { Finding, SourceFile } from "../../../table.ts";
import { FindingLog } from "../../findings.ts";
import { readAnyHeadText } from "../../head.ts";
import { NumberLines } from "../../number-lines.ts";
import type { ReadControl } from "../../read-heart-rate.ts";
import { finishLead } from "../finish-lead.ts";
import { HashedReader } from "../hashed-reader.ts";
import type { RecordingAnswers, RecordingQuestion } from "../recording-question.ts";
import { requireFewPauses, requireSamplesInMemory } from "../sample-limit.ts";
import type { Insertion } from "./lead-samples.ts";
import { dateTimeText } from "./moment-cell.ts";
import { RATE_HZ } from "./notes.ts";
import { inspectRecording, type RecordingHead } from "./recording-head.ts";
import { RecordingRows } from "./recording-rows.ts";
import { likelyRate } from "./sample-clock.ts";
import { guessPlan, planOfAnswers, questionOf, type TextPlan } from "./text-plan.ts";

export type RecordingOutcome =
  | { readonly kind: "recording"; readonly recording: Recording }
  | { readonly kind: "question"; readonly question: RecordingQuestion };

/** Times further apart than this are two recordings in one file. */
const LONGEST_GAP_S = 86_400;

/**
 * Reads a raw ECG as delimited text, of any of the README's forms. The file is streamed and hashed; its first megabyte decides
 * how it is read. Where unit, rate or leads are not sure and `answers` is null, the result is a question. Samples are brought
 * to mV; gaps between times are filled by holding the value before, and marked with what is missing, flat or saturated.
 * Throws ProblemError for a file that cannot be read, see the sentences there; once aborted, the signal's reason.
 */
export async function readTextRecording(file: File, answers: RecordingAnswers | null, control: ReadControl): Promise<RecordingOutcome> {
  const head = inspectRecording(await readAnyHeadText(file));
  control.signal.throwIfAborted();
  if (head === null) throw new ProblemError("no-samples", "there is no line of numbers that could be samples of an ECG", "Choose the file that holds the recording", { file: file.name });
  if (answers) return { kind: "recording", recording: await readSamples(head, planOfAnswers(head, answers), control) };
  const { plan, reasons } = guessPlan(head);
  if (reasons.length > 0) return { kind: "question", question: questionOf(head, plan, reasons) };
  return { kind: "recording", recording: await readSamples(head, plan, control) };
}

async function readSamples(head: RecordingHead, plan: TextPlan, control: ReadControl): Promise<Recording> {
  const { file } = head;
  const log = new FindingLog();
  const rows = new RecordingRows(head, plan, log);
  const lines = new NumberLines(head, rows);
  const sha256 = await new HashedReader([file], control).stream(file, (bytes) => lines.feed(bytes));
  lines.end();
  const source: SourceFile = { name: file.name, bytes: file.size, sha256, rows: rows.count };
  const { samplingRateHz, timing, insertions } = measureTiming(rows, plan, file.name);
  const inserted = insertions.reduce((sum, { count }) => sum + count, 0);
  const sampleCount = rows.count + inserted;
  requireSamplesInMemory(plan.leads.length, sampleCount, file.name);
  requireFewPauses(plan.leads.length, { recorded: rows.count, withPauses: sampleCount }, file.name);
  const leads: Lead[] = [];
  for (const [i, samples] of rows.leads.entries()) {
    leads.push(finishLead(plan.leads[i].name, samples.finish(insertions), samplingRateHz));
    await pause(control.signal);
  }
  const empty = leads.find(({ unusable }) => unusable.some(({ from, to, cause }) => cause === "missing" && from === 0 && to === sampleCount));
  if (empty) throw new ProblemError("empty-lead", "no sample of this lead is in the file", "Leave the column out, or choose another file", { file: file.name, column: empty.name });
  for (const { line } of rows.clock?.gaps ?? []) log.note("recording-gaps", file.name, line);
  log.add("missing-samples", rows.missing);
  log.add("windows-1252", head.encoding === "windows-1252" ? 1 : 0);
  return {
    kind: "recording",
    files: [source],
    form: plan.form,
    samplingRateHz,
    sampleCount,
    leads,
    startTime: plan.stated.startTime ?? firstMoment(head, plan),
    timing,
    annotations: null,
    patient: plan.stated.patient,
    findings: [...log.findings(), ...planFindings(head, plan)],
  };
}

interface MeasuredTiming {
  readonly samplingRateHz: number;
  readonly timing: Timing;
  readonly insertions: readonly Insertion[];
}

function measureTiming({ clock, count }: RecordingRows, { time, samplingRateHz: statedHz }: TextPlan, fileName: string): MeasuredTiming {
  if (clock === null || time === null) return { samplingRateHz: statedHz ?? NaN, timing: { jitterMs: null, gaps: [] }, insertions: [] };
  const unitsPerS = statedHz === null ? (time.unitsPerS ?? NaN) : statedHz * clock.period;
  const samplingRateHz = statedHz ?? likelyRate(unitsPerS / clock.period, { steps: clock.steps, roundedBy: time.clock.roundedBy });
  if (!(samplingRateHz >= RATE_HZ.min && samplingRateHz <= RATE_HZ.max)) {
    throw new ProblemError("absurd-rate", `the times make ${Number(samplingRateHz.toPrecision(4))} samples a second, which is no ECG`, "Check the unit of the times, or state the sampling rate", { file: fileName });
  }
  let inserted = 0;
  const insertions: Insertion[] = [];
  const gaps: { atSample: number; durationS: number }[] = [];
  for (const { beforeRow, step, line } of clock.gaps) {
    const durationS = step / unitsPerS;
    if (durationS > LONGEST_GAP_S) {
      throw new ProblemError("long-gap", `the time jumps by ${Math.round(durationS / 3600).toLocaleString("en-US")} hours here`, "Correct the time, or open the parts of the recording apart", { file: fileName, line });
    }
    const missing = Math.max(1, Math.round(durationS * samplingRateHz) - 1);
    insertions.push({ before: beforeRow, count: missing });
    gaps.push({ atSample: beforeRow + inserted, durationS });
    inserted += missing;
    requireSamplesInMemory(1, count + inserted, fileName);
  }
  const isCount = time.unitsPerS === null && time.isCount;
  return { samplingRateHz, timing: { jitterMs: isCount ? null : Math.round((clock.jitter / unitsPerS) * 1e9) / 1e6, gaps }, insertions };
}

/** The first moment in a column of dates as the file says it, whether or not the times are taken from it. */
function firstMoment({ columns, rows }: RecordingHead, { time }: TextPlan): string | null {
  const column = time?.notation === "date" ? time.column : columns.findIndex(({ notation }) => notation === "date");
  return column < 0 ? null : dateTimeText(rows[0][column] ?? "");
}

function planFindings({ columns, names }: RecordingHead, { leads, time, isUnitFromSize }: TextPlan): Finding[] {
  const findings: Finding[] = [];
  const finding = (count: number, sentence: string) => findings.push({ code: "other", count, sentence, examples: [] });
  if (isUnitFromSize) finding(1, "The file does not say in which unit the samples are; their size is that of millivolts.");
  const used = new Set([...leads.map(({ column }) => column), time?.column]);
  const passedOver = columns.flatMap((_, column) => (used.has(column) ? [] : [`“${names[column] || `column ${column + 1}`}”`]));
  if (passedOver.length > 0) finding(passedOver.length, `${passedOver.length === 1 ? "A column was" : "Columns were"} passed over: ${passedOver.join(", ")}.`);
  return findings;
}
