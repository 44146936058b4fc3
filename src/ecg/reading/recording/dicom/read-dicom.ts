import type { DataSet } from "dicom-parser";
import { ProblemError, QUOTED_VALUE_LENGTH } from "../../../problem.ts";
import type { Recording } from "../../../recording/recording.ts";
import type { Finding } from "../../../table.ts";
import type { ReadControl } from "../../read-heart-rate.ts";
import { chooseLeads, leadNames, type ChosenLeads } from "../choose-leads.ts";
import { finishLeads } from "../finish-lead.ts";
import { HashedReader } from "../hashed-reader.ts";
import { requireSamplesInMemory } from "../sample-limit.ts";
import { laterBy } from "../start-time.ts";
import { mvPerUnit } from "../voltage-unit.ts";
import { startTimeOf } from "./date-time.ts";
import { patientOf } from "./patient-module.ts";
import { channelReader, items, waveformGroups, type WaveformGroup } from "./waveform-group.ts";

/** The file is held whole while its leads are made. */
const MOST_BYTES = 1 << 29;

const MOST_STATEMENTS = 12;

/**
 * Reads an ECG waveform of DICOM, PS3.3 A.34: of its multiplex groups the longest original one with ECG leads, in V, mV or µV
 * by each channel's sensitivity, correction and baseline. The parser is loaded only here. Throws ProblemError for files that
 * cannot be read, see the sentences there; once aborted, the signal's reason.
 */
export async function readDicom(file: File, control: ReadControl): Promise<Recording> {
  control.signal.throwIfAborted();
  const { bytes, sha256 } = await new HashedReader([file], control).whole(file, MOST_BYTES);
  const dataSet = await parse(bytes, file.name);
  try {
    return await recordingOf(dataSet, { file, sha256 }, control);
  } catch (cause) {
    // The parser reads an element when it is asked for, and throws texts.
    throw typeof cause === "string" ? damaged(file.name, cause) : cause;
  }
}

async function recordingOf(dataSet: DataSet, { file, sha256 }: { readonly file: File; readonly sha256: string }, control: ReadControl): Promise<Recording> {
  const { group, chosen, findings } = chooseGroup(waveformGroups(dataSet, file.name), file.name);
  const { samplingRateHz, sampleCount, channels } = group;
  requireSamplesInMemory(chosen.leads.length, sampleCount, file.name);
  const readChannel = channelReader(group, { transferSyntax: dataSet.string("x00020010"), file: file.name });
  const names = leadNames(chosen.leads.map((i) => channels[i].name));
  const leads = await finishLeads(names, (i) => readChannel(chosen.leads[i]), { samplingRateHz, signal: control.signal });
  const startTime = laterBy(startTimeOf(dataSet), group.offsetS);
  const statements = statementsOf(dataSet);
  return {
    kind: "recording",
    files: [{ name: file.name, bytes: file.size, sha256, rows: sampleCount }],
    form: "dicom",
    samplingRateHz,
    sampleCount,
    leads,
    startTime,
    timing: { jitterMs: null, gaps: [] },
    annotations: null,
    patient: patientOf(dataSet, startTime),
    ...(statements.length === 0 ? {} : { diagnoses: { file: file.name, terminology: "words", statements, superclasses: null } }),
    findings: [...findings, ...statementFindings(statements)],
  };
}

async function parse(bytes: Uint8Array, file: string): Promise<DataSet> {
  const { default: dicomParser } = await import("dicom-parser");
  try {
    return dicomParser.parseDicom(bytes);
  } catch (cause) {
    throw damaged(file, cause);
  }
}

function damaged(file: string, cause: unknown): ProblemError {
  return new ProblemError("bad-dicom", "this is no DICOM file, or it is damaged or compressed", "Export the recording again, as DICOM in explicit little endian or as CSV", { file }, { cause });
}

interface ChosenGroup {
  readonly group: WaveformGroup;
  readonly chosen: ChosenLeads;
  readonly findings: readonly Finding[];
}

/** Average beats and other derived groups give way to what was recorded; groups without a voltage give way to any with one. */
function chooseGroup(groups: readonly WaveformGroup[], file: string): ChosenGroup {
  const isEcg = ({ channels }: WaveformGroup) => channels.some(({ unit }) => mvPerUnit(unit) !== null);
  const worth = (group: WaveformGroup) => [Number(isEcg(group)), Number(group.isOriginal), group.sampleCount * group.channels.length];
  const [group, ...others] = [...groups].sort((a, b) => worth(b).map((value, i) => value - worth(a)[i]).find((difference) => difference !== 0) ?? 0);
  const chosen = chooseLeads(group.channels.map(({ name, unit }) => ({ name, unit, samplingRateHz: group.samplingRateHz })), file);
  return { group, chosen, findings: [...chosen.findings, ...otherGroups(others)] };
}

function otherGroups(groups: readonly WaveformGroup[]): Finding[] {
  if (groups.length === 0) return [];
  const texts = groups.map(({ label, channels, sampleCount, samplingRateHz }) => `${label || "unnamed"} (${channels.length} channels of ${Number((sampleCount / samplingRateHz).toFixed(2))} s)`);
  return [{ code: "other", count: groups.length, sentence: `Further waveforms in the file were left out: ${texts.join(", ")}.`, examples: [] }];
}

/** What the recorder or a reader said of the ECG as text, PS3.3 C.10.10: shown, not interpreted. */
function statementsOf(dataSet: DataSet): string[] {
  return items(dataSet, "x0040b020").flatMap((item) => item.text("x00700006")?.trim() || []);
}

function statementFindings(texts: readonly string[]): Finding[] {
  if (texts.length === 0) return [];
  const quoted = texts.slice(0, MOST_STATEMENTS).map((text) => `“${text.slice(0, QUOTED_VALUE_LENGTH)}”`);
  const more = texts.length > MOST_STATEMENTS ? ` and ${texts.length - MOST_STATEMENTS} more` : "";
  return [{ code: "other", count: texts.length, sentence: `Statements in the file: ${quoted.join(", ")}${more}.`, examples: [] }];
}
