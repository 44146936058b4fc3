import { AAMI } from "../../ecg/beats/classes.ts";
import { labelledPeaks, type LabelledPeaks } from "../../ecg/recording/labelled-lead.ts";
import { UNLABELLED, type SourceFile } from "../../ecg/table.ts";
import { peaksPerClass, type RecordingSource } from "../labelled-recordings/recording-source.ts";
import type { LabelSource } from "./beat-data.ts";

/** Recordings put together to learn from. */
export interface GatheredRecordings {
  readonly recordings: readonly { readonly source: RecordingSource; readonly peaks: LabelledPeaks }[];
  readonly files: readonly SourceFile[];
  /** labelled beats by the class's code, those that are there */
  readonly rowsPerClass: Readonly<Record<string, number>>;
  /** beats that nobody gave a class: the rhythm about the others */
  readonly unlabelled: number;
  /** names of recordings that teach nothing */
  readonly leftOut: readonly string[];
}

/**
 * The recordings with a beat to learn from. `file-and-clinician`: the file's annotations, corrected by relabelled beats;
 * `clinician`: relabelled beats alone. Q is not learnt from.
 */
export function gatherRecordings(sources: readonly RecordingSource[], labels: LabelSource): GatheredRecordings {
  const all = sources.map((source) => ({ source, peaks: labelledPeaks(labels === "clinician" ? { ...source, annotations: null } : source) }));
  const teaches = ({ beatClass }: LabelledPeaks) => beatClass.some((own) => own !== UNLABELLED && own !== AAMI.Q);
  const recordings = all.filter(({ peaks }) => teaches(peaks));
  return {
    recordings,
    files: recordings.flatMap(({ source }) => source.files),
    rowsPerClass: Object.fromEntries(Object.entries(peaksPerClass(recordings.map(({ peaks }) => peaks))).filter(([, count]) => count > 0)),
    unlabelled: recordings.reduce((sum, { peaks }) => sum + peaks.beatClass.reduce((own, each) => own + Number(each === UNLABELLED), 0), 0),
    leftOut: all.filter(({ peaks }) => !teaches(peaks)).map(({ source }) => source.name),
  };
}

/** Why these recordings will not do; null where they will. `least`: how many are needed. */
export function whyNotRecordings({ recordings, rowsPerClass }: GatheredRecordings, least: number): string | null {
  if (recordings.length < least) return `${recordings.length === 0 ? "No recording has" : recordings.length === 1 ? "One recording has" : `${recordings.length} recordings have`} labelled beats; at least ${least} are needed, since the networks are trained in turns without a fifth of the patients.`;
  if (Object.keys(rowsPerClass).filter((code) => code !== "Q").length < 2) return "All beats to learn from are of one class. Choose recordings with at least two.";
  return null;
}
