import type { Repository } from "../../db/repository.ts";
import { labelledPeaks, type LabelledPeaks } from "../../ecg/recording/labelled-lead.ts";
import { formatCount, formatDateTime } from "../shared/format.ts";
import { distinctRecordings, peaksPerClass, sourcesOfReviewed, type RecordingSource, type ReviewedRecording } from "../labelled-recordings/recording-source.ts";
import { diagnosedSource, freezeDiagnosed, freezeRecordings, type DiagnosedSource, type FrozenSet } from "./frozen-set.ts";

/** What a set of recordings measures. */
export type MeasuredOf = "beats" | "diagnoses";

/** What was read from files, for both kinds of set. */
export interface ReadRecording {
  readonly source: RecordingSource;
  readonly diagnosed: DiagnosedSource | null;
}

/** A check of a recording that a set can be made of. */
export interface OfferedRecording {
  readonly id: string;
  readonly name: string;
  /** its labels, and when it was checked */
  readonly detail: string;
}

/** The recordings with labels of the kind, each once. */
export function offeredRecordings(reviewed: readonly ReviewedRecording[], of: MeasuredOf, repository: Pick<Repository, "leadOf">): OfferedRecording[] {
  const sources = sourcesOfReviewed(reviewed, repository);
  return distinctRecordings(reviewed).flatMap(({ marked: { record, facts } }, i) => {
    const labels = of === "beats" ? beatsText(labelledPeaks(sources[i])) : diagnosesText(record, facts);
    return labels === null ? [] : [{ id: record.id, name: record.name, detail: `${labels}; ${formatDateTime(record.createdAt)}` }];
  });
}

function beatsText(peaks: LabelledPeaks): string | null {
  const present = Object.entries(peaksPerClass([peaks])).filter(([, count]) => count > 0);
  return present.length === 0 ? null : present.map(([code, count]) => `${code} ${formatCount(count)}`).join(", ");
}

function diagnosesText({ diagnosis }: ReviewedRecording["marked"]["record"], { diagnoses }: ReviewedRecording["marked"]["facts"]): string | null {
  const superclasses = diagnosis === null ? null : (diagnoses?.superclasses ?? null);
  return superclasses && (superclasses.join(", ") || "none of the five superclasses");
}

/** Makes a set of those recordings. Throws as `freezeRecordings` and the repository do. */
export async function freezeReviewed(reviewed: readonly ReviewedRecording[], { of, name, repository }: { readonly of: MeasuredOf; readonly name: string; readonly repository: Repository }): Promise<FrozenSet> {
  if (of === "beats") return freezeRecordings(sourcesOfReviewed(reviewed, repository), name);
  const sources = [];
  for (const { marked: { record } } of distinctRecordings(reviewed)) {
    const check = await repository.loadCheck(record.id);
    if (check?.kind === "recording") sources.push(diagnosedSource(check.recording, record.diagnosis?.patient));
  }
  return freezeDiagnosed(sources.filter((source) => source !== null), name);
}
