import type { LoadedBeatCheck, LoadedRecordingCheck } from "../../db/records.ts";
import { beatsCsv, type ModelAnswers } from "../../ecg/export/beats-csv.ts";
import type { CheckedRecording } from "../../ecg/export/checked-recording.ts";
import { predictionsCsv } from "../../ecg/export/predictions-csv.ts";
import { recordingCsv } from "../../ecg/export/recording-csv.ts";
import type { JobControl } from "../../ecg/progress.ts";
import { relabelScheme } from "../beats/beat-view.ts";
import { rowVerdicts } from "../check/row-verdicts.ts";
import { relabelsByBeat, type JudgedCheck } from "./read-judged-check.ts";

/** A check's predictions with what clinicians said about them, as CSV. */
export async function checkCsv({ check, verdicts, relabels }: JudgedCheck, { signal, onProgress }: JobControl): Promise<Blob> {
  if (check.kind === "recording") return recordingCsv(checkedRecording(check, relabelsByBeat(relabels)), { signal, onProgress });
  if (check.kind === "beats") {
    const { files } = check.record;
    return beatsCsv({ files, beats: check.beats, model: answersOf(check), relabels: relabelsByBeat(relabels), relabelScheme: relabelScheme(check.record) }, { signal, onProgress });
  }
  const { patients, scores, record: { columns, timeKind, threshold } } = check;
  return predictionsCsv({ columns, timeKind, threshold, patients, scores, verdictOf: rowVerdicts(check, verdicts) }, { signal, onProgress });
}

/** What the exports of a recording's beats are made of. */
export function checkedRecording({ record, recording, beats, probabilities }: LoadedRecordingCheck, relabels: ReadonlyMap<number, number>): CheckedRecording {
  return { recording, lead: recording.leads[record.leadIndex], beats, probabilities, relabels };
}

function answersOf({ record: { modelScheme, threshold }, outputs }: LoadedBeatCheck): ModelAnswers {
  if (modelScheme !== null) return { task: "classifier", scheme: modelScheme, probabilities: outputs };
  return { task: "autoencoder", errors: outputs, threshold: threshold ?? Infinity };
}
