import { ProblemError } from "../../../problem.ts";
import type { Lead } from "../../../recording/recording.ts";
import type { Finding, SourceFile } from "../../../table.ts";
import { chooseLeads, leadNames } from "../choose-leads.ts";
import type { HashedReader } from "../hashed-reader.ts";
import { finishLeads } from "../finish-lead.ts";
import { requireSamplesInMemory } from "../sample-limit.ts";
import { mvPerUnit } from "../voltage-unit.ts";
import type { WfdbHeader } from "./header.ts";
import { checksumOf, SignalFile, type SignalSink } from "./signal-file.ts";
import { bytesOfSamples, samplesInBytes, SIGNAL_FORMATS, type SignalFormat } from "./signal-formats.ts";

export interface WfdbSignals {
  readonly leads: readonly Lead[];
  readonly samplingRateHz: number;
  readonly sampleCount: number;
  readonly files: readonly SourceFile[];
  readonly findings: readonly Finding[];
}

interface SignalGroup {
  readonly file: File;
  readonly format: SignalFormat;
  /** indices of the header's signals in this file */
  readonly signals: readonly number[];
  readonly samplesPerFrame: number;
  readonly byteOffset: number;
}

interface SignalsOptions {
  readonly reader: HashedReader;
  readonly headerName: string;
  readonly signal: AbortSignal;
}

/** Decodes the signal files of a record and compares the sums of the samples with the header's. Throws ProblemError. */
export async function readSignals(header: WfdbHeader, files: ReadonlyMap<string, File>, { reader, headerName, signal }: SignalsOptions): Promise<WfdbSignals> {
  const labels = header.signals.map(({ description, unit, samplesPerFrame }) => ({ name: description, unit, samplingRateHz: header.frameRateHz * samplesPerFrame }));
  const chosen = chooseLeads(labels, headerName);
  const groups = [...files].map(([name, file]) => signalGroup(header, name, file));
  const frameCount = header.frameCount ?? Math.min(...groups.map(framesIn));
  for (const group of groups) requireFrames(group, frameCount);
  const sampleCount = frameCount * header.signals[chosen.leads[0]].samplesPerFrame;
  requireSamplesInMemory(chosen.leads.length, sampleCount, headerName);
  const leadSamples = new Map(chosen.leads.map((i) => [i, new Float32Array(sampleCount).fill(NaN)]));
  const sinks = header.signals.map((each, i): SignalSink => ({ signal: each, samplesMv: leadSamples.get(i) ?? null, mvPerUnit: mvPerUnit(each.unit) ?? 1, sum: 0 }));
  const sources: SourceFile[] = [];
  for (const { file, format, signals } of groups) {
    const signalFile = new SignalFile({ format, frameCount, sinks: signals.map((i) => sinks[i]) });
    const sha256 = await reader.stream(file, (bytes) => signalFile.feed(bytes));
    signalFile.end();
    sources.push({ name: file.name, bytes: file.size, sha256, rows: frameCount });
  }
  const samples = [...leadSamples.values()];
  const names = leadNames(chosen.leads.map((i) => header.signals[i].description));
  return {
    leads: await finishLeads(names, (i) => samples[i], { samplingRateHz: chosen.samplingRateHz, signal }),
    samplingRateHz: chosen.samplingRateHz,
    sampleCount,
    files: sources,
    findings: [...chosen.findings, ...checksumFindings(sinks, headerName), ...gainFindings(chosen.leads.map((i) => sinks[i]), headerName)],
  };
}

function signalGroup(header: WfdbHeader, name: string, file: File): SignalGroup {
  const signals = [...header.signals.keys()].filter((i) => header.signals[i].fileName === name);
  const first = header.signals[signals[0]];
  const format = SIGNAL_FORMATS.get(first.format);
  if (!format) {
    const formats = [...SIGNAL_FORMATS.keys()].join(", ");
    throw new ProblemError("unknown-format", `samples in WFDB format ${first.format} are not read here, only in ${formats}`, "Convert the record to format 16, with WFDB's xform for one", { file: file.name });
  }
  if (signals.some((i) => header.signals[i].format !== first.format || header.signals[i].byteOffset !== first.byteOffset)) {
    throw new ProblemError("bad-header", "the signals of one file have different formats or begin at different bytes", "Check the header", { file: file.name });
  }
  return { file, format, signals, samplesPerFrame: signals.reduce((sum, i) => sum + header.signals[i].samplesPerFrame, 0), byteOffset: first.byteOffset };
}

function framesIn({ file, format, samplesPerFrame, byteOffset }: SignalGroup): number {
  return Math.max(0, Math.floor(samplesInBytes(format, file.size - byteOffset) / samplesPerFrame));
}

function requireFrames(group: SignalGroup, frameCount: number): void {
  const { file, format, samplesPerFrame, byteOffset } = group;
  if (byteOffset + bytesOfSamples(format, frameCount * samplesPerFrame) <= file.size) return;
  const [there, announced] = [framesIn(group), frameCount].map((count) => count.toLocaleString("en-US"));
  throw new ProblemError("cut-short", `the header announces ${announced} samples of each signal and this file holds ${there}`, "Copy the file again, it may not have been copied to its end", {
    file: file.name,
  });
}

function checksumFindings(sinks: readonly SignalSink[], file: string): Finding[] {
  const wrong = sinks.filter((sink) => sink.signal.checksum !== null && sink.signal.skewFrames === 0 && sink.signal.checksum !== checksumOf(sink));
  if (wrong.length === 0) return [];
  const names = wrong.map(({ signal }) => signal.description || `line ${signal.line}`).join(", ");
  const sentence = `The samples of ${names} do not add up to the checksum in the header: the files may be damaged or of different records.`;
  return [{ code: "other", count: wrong.length, sentence, examples: wrong.slice(0, 3).map(({ signal }) => ({ file, line: signal.line })) }];
}

function gainFindings(leads: readonly SignalSink[], file: string): Finding[] {
  const uncalibrated = leads.filter(({ signal }) => !signal.isCalibrated);
  if (uncalibrated.length === 0) return [];
  const sentence = `The header gives no gain for ${uncalibrated.map(({ signal }) => signal.description || `line ${signal.line}`).join(", ")}: 200 units were taken as 1 mV, so amplitudes may be wrong.`;
  return [{ code: "other", count: uncalibrated.length, sentence, examples: uncalibrated.slice(0, 3).map(({ signal }) => ({ file, line: signal.line })) }];
}
