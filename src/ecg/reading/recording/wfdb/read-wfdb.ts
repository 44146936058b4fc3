import type { Annotations } from "../../../recording/annotations.ts";
import type { Recording } from "../../../recording/recording.ts";
import type { Finding, SourceFile } from "../../../table.ts";
import type { ReadControl } from "../../read-heart-rate.ts";
import { HashedReader } from "../hashed-reader.ts";
import { parseAnnotations } from "./annotation-file.ts";
import { diagnosesOf } from "./diagnosis-notes.ts";
import { parseHeader } from "./header.ts";
import { patientOf } from "./patient-notes.ts";
import { findInPtbXl } from "./ptb-xl-tables.ts";
import { readSignals } from "./read-signals.ts";
import { annotationFilesOf, headerFileOf, signalFilesOf } from "./record-files.ts";

const MOST_HEADER_BYTES = 1 << 20;
const MOST_ANNOTATION_BYTES = 1 << 26;

/**
 * Reads a WFDB record: a header of one segment (.hea), the signal files that it names, and annotations of the same name
 * (.atr before others) where there are any; of PTB-XL also its tables, for patient and diagnoses. Leads are the signals in a unit of voltage; of several rates, the one that
 * most leads have. Throws ProblemError for files that cannot be read, see the sentences there; once aborted, the signal's reason.
 */
export async function readWfdb(files: readonly File[], control: ReadControl): Promise<Recording> {
  control.signal.throwIfAborted();
  const headerFile = headerFileOf(files);
  const reader = new HashedReader(files, control);
  const { bytes, sha256 } = await reader.whole(headerFile, MOST_HEADER_BYTES);
  const header = parseHeader(new TextDecoder().decode(bytes), headerFile.name);
  const signalFiles = signalFilesOf(header, files, headerFile);
  const signals = await readSignals(header, signalFiles, { reader, headerName: headerFile.name, signal: control.signal });
  const annotationFiles = annotationFilesOf(headerFile, signalFiles, files);
  const marks = annotationFiles.length === 0 ? null : await readMarks(annotationFiles[0], { reader, samplingRateHz: signals.samplingRateHz, frameRateHz: header.frameRateHz, sampleCount: signals.sampleCount });
  const ptbXl = await findInPtbXl(headerFile.name.replace(/\.[^.]+$/, ""), files, reader);
  const diagnoses = ptbXl?.diagnoses ?? diagnosesOf(header.comments, headerFile.name);
  return {
    kind: "recording",
    files: [{ name: headerFile.name, bytes: headerFile.size, sha256, rows: header.signals.length }, ...signals.files, ...(marks ? [marks.file] : []), ...(ptbXl?.files ?? [])],
    form: "wfdb",
    samplingRateHz: signals.samplingRateHz,
    sampleCount: signals.sampleCount,
    leads: signals.leads,
    startTime: header.startTime,
    timing: { jitterMs: null, gaps: [] },
    annotations: marks?.annotations ?? null,
    patient: { ...patientOf(header.comments), ...ptbXl?.patient },
    ...(diagnoses === null ? {} : { diagnoses }),
    findings: [...signals.findings, ...(marks?.findings ?? []), ...leftOutFiles(annotationFiles), ...(ptbXl?.findings ?? [])],
  };
}

interface MarksOptions {
  readonly reader: HashedReader;
  readonly samplingRateHz: number;
  readonly frameRateHz: number;
  readonly sampleCount: number;
}

async function readMarks(file: File, { reader, samplingRateHz, frameRateHz, sampleCount }: MarksOptions) {
  const { bytes, sha256 } = await reader.whole(file, MOST_ANNOTATION_BYTES);
  const { annotations, timeResolutionHz } = parseAnnotations(bytes, file.name);
  // Times count frames unless the file says otherwise.
  const { kept, dropped } = withinSamples(annotations, samplingRateHz / (timeResolutionHz ?? frameRateHz), sampleCount);
  const source: SourceFile = { name: file.name, bytes: file.size, sha256, rows: annotations.sample.length };
  const findings: Finding[] = dropped === 0 ? [] : [
    { code: "other", count: dropped, sentence: `${dropped.toLocaleString("en-US")} annotations after the end of the recording were left out.`, examples: [{ file: file.name, line: 1 }] },
  ];
  return { file: source, annotations: kept, findings };
}

/** Times brought to the recording's samples, and the marks after its end left out; those are the last ones. */
function withinSamples({ sample, code, subtype, text }: Annotations, samplesPerTick: number, sampleCount: number): { kept: Annotations; dropped: number } {
  const times = samplesPerTick === 1 ? sample : Float64Array.from(sample, (time) => Math.round(time * samplesPerTick));
  const end = times.findIndex((time) => time >= sampleCount);
  const count = end < 0 ? times.length : end;
  const kept = {
    sample: Uint32Array.from(times.subarray(0, count)),
    code: code.slice(0, count),
    subtype: subtype.slice(0, count),
    text: new Map([...text].filter(([i]) => i < count)),
  };
  return { kept, dropped: times.length - count };
}

function leftOutFiles([read, ...files]: readonly File[]): Finding[] {
  if (files.length === 0) return [];
  const names = files.map(({ name }) => name).join(", ");
  return [{ code: "other", count: files.length, sentence: `Annotations were read from ${read.name}; ${names} ${files.length > 1 ? "were" : "was"} left out.`, examples: [] }];
}
