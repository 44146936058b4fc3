import type { LoadedBeatCheck, LoadedCheck, LoadedRecordingCheck } from "../../db/records.ts";
import type { Repository } from "../../db/repository.ts";
import { withRecord } from "../../db/with-record.ts";
import { beatsCsv, type ModelAnswers } from "../../ecg/export/beats-csv.ts";
import type { CheckedRecording } from "../../ecg/export/checked-recording.ts";
import { predictionsCsv } from "../../ecg/export/predictions-csv.ts";
import { recordingCsv } from "../../ecg/export/recording-csv.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { relabelScheme } from "../beats/beat-view.ts";
import { rowVerdicts } from "../check/row-verdicts.ts";

export interface ExportOptions extends JobControl {
  readonly repository: Repository;
  /** a check that is in memory alone has no verdicts and no relabelled beats */
  readonly isSaved: boolean;
}

/** A check's predictions with what clinicians said about them, as CSV. Record, verdicts and relabelled beats are read anew: they may have changed since the check was loaded. */
export async function checkCsv(loaded: LoadedCheck, options: ExportOptions): Promise<Blob> {
  const { repository, isSaved, ...control } = options;
  const { id } = loaded.record;
  const record = isSaved ? await repository.checkRecord(id) : undefined;
  const check = record === undefined ? loaded : withRecord(loaded, record);
  if (check.kind === "recording") return recordingCsv(await checkedRecording(check, options), control);
  if (check.kind === "beats") {
    const { files } = check.record;
    return beatsCsv({ files, beats: check.beats, model: answersOf(check), relabels: await relabelsOf(id, options), relabelScheme: relabelScheme(check.record) }, control);
  }
  const verdictOf = rowVerdicts(check, isSaved ? await repository.verdictsOf(id) : []);
  const { patients, scores, record: { columns, timeKind, threshold } } = check;
  return predictionsCsv({ columns, timeKind, threshold, patients, scores, verdictOf }, control);
}

/** What the exports of a recording's beats are made of, relabelled beats read anew. */
export async function checkedRecording({ record, recording, beats, probabilities }: LoadedRecordingCheck, options: ExportOptions): Promise<CheckedRecording> {
  return { recording, lead: recording.leads[record.leadIndex], beats, probabilities, relabels: await relabelsOf(record.id, options) };
}

async function relabelsOf(checkId: string, { repository, isSaved }: ExportOptions): Promise<ReadonlyMap<number, number>> {
  return new Map((isSaved ? await repository.relabelsOf(checkId) : []).map(({ beat, classIndex }) => [beat, classIndex]));
}

function answersOf({ record: { modelScheme, threshold }, outputs }: LoadedBeatCheck): ModelAnswers {
  if (modelScheme !== null) return { task: "classifier", scheme: modelScheme, probabilities: outputs };
  return { task: "autoencoder", errors: outputs, threshold: threshold ?? Infinity };
}
