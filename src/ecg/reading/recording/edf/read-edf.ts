import { ProblemError } from "../../../problem.ts";
import type { Annotations } from "../../../recording/annotations.ts";
import { annotationCodeOf, beatClassOf } from "../../../recording/annotation-codes.ts";
import type { Recording } from "../../../recording/recording.ts";
import type { Finding } from "../../../table.ts";
import { readHead } from "../../file-bytes.ts";
import type { ReadControl } from "../../read-heart-rate.ts";
import { chooseLeads, leadNames } from "../choose-leads.ts";
import { finishLeads } from "../finish-lead.ts";
import { HashedReader } from "../hashed-reader.ts";
import { requireFewPauses, requireSamplesInMemory } from "../sample-limit.ts";
import { laterBy } from "../start-time.ts";
import type { TimedText } from "./annotation-list.ts";
import { DataRecords } from "./data-records.ts";
import { parseEdfHeader, type EdfHeader } from "./header.ts";
import { placeRecords, spreadRecords } from "./record-times.ts";

/** What follows takes memory by the second. */
const HIGHEST_RATE_HZ = 1e6;

const NOTE = annotationCodeOf('"') ?? 0;

/**
 * Reads an EDF or EDF+ file. Leads are the signals that are an ECG in V, mV or µV; of several rates, the one that most have.
 * Gaps of an EDF+D file are missing samples. Annotations become notes, or beats where the text is the letter of one. Throws
 * ProblemError for files that cannot be read, see the sentences there; once aborted, the signal's reason.
 */
export async function readEdf(file: File, control: ReadControl): Promise<Recording> {
  control.signal.throwIfAborted();
  const header = parseEdfHeader(await readHead(file), file.name);
  const recordCount = recordCountOf(header, file);
  const { recordDurationS } = header;
  const signals = header.signals.filter(({ isAnnotations }) => !isAnnotations);
  if (recordDurationS === 0 && signals.length > 0) throw new ProblemError("bad-header", "the data records have no duration", "Export the recording as EDF+ again", { file: file.name });
  const chosen = chooseLeads(signals.map(({ label, unit, samplesPerRecord }) => ({ name: label, unit, samplingRateHz: samplesPerRecord / recordDurationS })), file.name);
  const { samplingRateHz } = chosen;
  if (samplingRateHz > HIGHEST_RATE_HZ) throw new ProblemError("bad-header", `the data records are so short that a lead has ${Math.round(samplingRateHz).toLocaleString("en-US")} samples a second`, "Export the recording as EDF or EDF+ again", { file: file.name });
  const leads = chosen.leads.map((i) => signals[i]);
  const { samplesPerRecord } = leads[0];
  requireSamplesInMemory(leads.length, recordCount * samplesPerRecord, file.name);
  const records = new DataRecords(header, leads, recordCount);
  const sha256 = await new HashedReader([file], control).stream(file, (bytes) => records.feed(bytes));
  const onsetS = header.variant === "plus-d" ? records.onsetS : Float64Array.from({ length: recordCount }, (_, i) => i * recordDurationS);
  const times = placeRecords(onsetS, { samplesPerRecord, samplingRateHz, file: file.name });
  requireSamplesInMemory(leads.length, times.sampleCount, file.name);
  requireFewPauses(leads.length, { recorded: recordCount * samplesPerRecord, withPauses: times.sampleCount }, file.name);
  const samplesOf = (i: number) => (times.gaps.length === 0 ? records.samplesMv[i] : spreadRecords(records.samplesMv[i], samplesPerRecord, times));
  const names = leadNames(leads.map(({ label }) => label));
  const firstOnsetS = header.variant === "edf" || Number.isNaN(records.onsetS[0]) ? 0 : records.onsetS[0];
  const marks = header.variant === "edf" ? null : marksOf(records.texts, { firstOnsetS, samplingRateHz, sampleCount: times.sampleCount });
  return {
    kind: "recording",
    files: [{ name: file.name, bytes: file.size, sha256, rows: recordCount * samplesPerRecord }],
    form: "edf",
    samplingRateHz,
    sampleCount: times.sampleCount,
    leads: await finishLeads(names, samplesOf, { samplingRateHz, signal: control.signal }),
    startTime: laterBy(header.startTime, firstOnsetS),
    timing: { jitterMs: null, gaps: times.gaps },
    annotations: marks?.annotations ?? null,
    patient: header.patient,
    findings: [...chosen.findings, ...gapFindings(times.gaps), ...listFindings(marks?.dropped ?? 0, records.unreadableLists)],
  };
}

/** How many data records are read. Throws ProblemError `cut-short` where the file ends before the last one announced. */
function recordCountOf({ recordCount, headerBytes, recordBytes }: EdfHeader, file: File): number {
  const there = Math.floor((file.size - headerBytes) / recordBytes);
  if (recordCount === null || recordCount <= there) return recordCount ?? there;
  const what = `the header announces ${recordCount.toLocaleString("en-US")} data records and the file holds ${there.toLocaleString("en-US")}`;
  throw new ProblemError("cut-short", what, "Copy the file again, it may not have been copied to its end", { file: file.name });
}

interface MarksOptions {
  readonly firstOnsetS: number;
  readonly samplingRateHz: number;
  readonly sampleCount: number;
}

/** The texts as marks in the order of time; a text that is the letter of a beat marks that beat, as converters from WFDB write it. */
function marksOf(texts: readonly TimedText[], { firstOnsetS, samplingRateHz, sampleCount }: MarksOptions): { annotations: Annotations; dropped: number } {
  const placed = texts
    .map(({ onsetS, text }) => ({ sample: Math.round((onsetS - firstOnsetS) * samplingRateHz), text, code: codeOf(text) }))
    .filter(({ sample }) => sample >= 0 && sample < sampleCount)
    .sort((a, b) => a.sample - b.sample);
  return {
    annotations: {
      sample: Uint32Array.from(placed, ({ sample }) => sample),
      code: Uint8Array.from(placed, ({ code }) => code),
      subtype: new Int8Array(placed.length),
      text: new Map(placed.flatMap(({ code, text }, i): [number, string][] => (code === NOTE ? [[i, text]] : []))),
    },
    dropped: texts.length - placed.length,
  };
}

function codeOf(text: string): number {
  const code = annotationCodeOf(text);
  return code !== null && beatClassOf(code) !== null ? code : NOTE;
}

function gapFindings(gaps: Recording["timing"]["gaps"]): Finding[] {
  if (gaps.length === 0) return [];
  const seconds = gaps.reduce((sum, { durationS }) => sum + durationS, 0).toLocaleString("en-US", { maximumFractionDigits: 1 });
  const sentence = `The recording was interrupted ${gaps.length === 1 ? "once" : `${gaps.length.toLocaleString("en-US")} times`}, for ${seconds} s together; these stretches are marked as missing.`;
  return [{ code: "gaps-filled", count: gaps.length, sentence, examples: [] }];
}

function listFindings(dropped: number, unreadable: number): Finding[] {
  const finding = (count: number, what: string): Finding[] => (count === 0 ? [] : [{ code: "other", count, sentence: `${count.toLocaleString("en-US")} ${what}`, examples: [] }]);
  return [...finding(dropped, "annotations outside the recording were left out."), ...finding(unreadable, "annotation lists that do not follow EDF+ were passed over.")];
}
