import type { MarkedRecording, RelabelRecord } from "../../db/records.ts";
import type { Repository } from "../../db/repository.ts";
import { CLASSES } from "../../ecg/beats/classes.ts";
import { bestLead } from "../../ecg/recording/best-lead.ts";
import { marksFibrillation, type BeatWords, type LabelledLead, type LabelledPeaks } from "../../ecg/recording/labelled-lead.ts";
import { wfdbRecordName } from "../../ecg/recording/record-name.ts";
import type { Lead, Recording } from "../../ecg/recording/recording.ts";
import { UNLABELLED, type SourceFile } from "../../ecg/table.ts";

/** A recording whose beats somebody labelled; its samples are read when they are wanted, and its lead alone. */
export interface RecordingSource extends BeatWords {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly readLead: () => Promise<Lead>;
}

/** A check of a recording with the classes that clinicians gave its beats. */
export interface ReviewedRecording {
  readonly marked: MarkedRecording;
  readonly relabels: readonly RelabelRecord[];
}

/** Of checks of the same files, newest first, the newest. */
export function distinctRecordings(reviewed: readonly ReviewedRecording[]): ReviewedRecording[] {
  return reviewed.filter((each, i) => reviewed.findIndex((other) => isOfSameFiles(other, each)) === i);
}

const isOfSameFiles = (one: ReviewedRecording, other: ReviewedRecording): boolean => filesKey(one) === filesKey(other);
const filesKey = ({ marked: { record } }: ReviewedRecording): string => record.files.map(({ sha256 }) => sha256).sort().join(" ");

/** The recordings of checks, newest first: each once, in the lead of its newest check, with what was said of that lead's beats; where two checks disagree the word given last. */
export function sourcesOfReviewed(reviewed: readonly ReviewedRecording[], repository: Pick<Repository, "leadOf">): RecordingSource[] {
  return distinctRecordings(reviewed).map((own) => {
    const { record, facts, beats } = own.marked;
    const ofLead = reviewed.filter((each) => isOfSameFiles(each, own) && each.marked.record.leadIndex === record.leadIndex);
    const inOrder = ofLead.flatMap(({ relabels }) => relabels).sort((a, b) => a.at.localeCompare(b.at));
    return {
      name: record.name,
      files: record.files,
      samplingRateHz: record.samplingRateHz,
      annotations: facts.annotations,
      found: beats.peakSample,
      given: new Map(inOrder.map(({ beat, classIndex }) => [beat, classIndex])),
      readLead: () => repository.leadOf(own.marked, record.leadIndex),
    };
  });
}

/** Of a recording just read, whose other leads are let go. */
export function sourceOfRecording(recording: Recording): RecordingSource {
  const { files, samplingRateHz, annotations } = recording;
  const lead = recording.leads[bestLead(recording)];
  return { name: recordingName(files), files, samplingRateHz, annotations, found: new Uint32Array(), given: new Map(), readLead: () => Promise.resolve(lead) };
}

export const recordingName = (files: readonly SourceFile[]): string => wfdbRecordName(files) ?? files.map(({ name }) => name).join(", ");

/** With its samples, and the labels as they were put together. */
export async function labelledLeadOf({ name, samplingRateHz, annotations, readLead }: RecordingSource, peaks: LabelledPeaks): Promise<LabelledLead> {
  return { ...peaks, name, samplingRateHz, isFibrillating: marksFibrillation(annotations), lead: await readLead() };
}

/** Labelled beats by the class's code, in the scheme's order. */
export function peaksPerClass(peaks: Iterable<LabelledPeaks>): Record<string, number> {
  const counts = CLASSES.aami.map(() => 0);
  for (const { beatClass } of peaks) for (const own of beatClass) if (own !== UNLABELLED) counts[own]++;
  return Object.fromEntries(CLASSES.aami.map(({ code }, k) => [code, counts[k]]));
}

export const hasLabels = ({ beatClass }: LabelledPeaks): boolean => beatClass.some((own) => own !== UNLABELLED);

