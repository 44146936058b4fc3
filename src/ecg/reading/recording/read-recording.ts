import { ProblemError } from "../../problem.ts";
import { withDerivedLimbLeads } from "../../recording/derived-limb-leads.ts";
import { checkLeads } from "../../recording/lead-check.ts";
import type { Recording } from "../../recording/recording.ts";
import type { ReadControl } from "../read-heart-rate.ts";
import { readDicom } from "./dicom/read-dicom.ts";
import { readEdf } from "./edf/read-edf.ts";
import { signedFormOf } from "./recording-signature.ts";
import type { RecordingAnswers } from "./recording-question.ts";
import { readTextRecording, type RecordingOutcome } from "./text/read-text-recording.ts";
import { isWfdb } from "./wfdb/record-files.ts";
import { readWfdb } from "./wfdb/read-wfdb.ts";

/**
 * Reads one raw ECG, of one file or, for WFDB, of those that belong together; adds to its findings what its leads tell of the
 * electrodes, and to its leads those that follow from I and II. Only delimited text asks; `answers` are those to the question
 * that the same file led to before. Throws ProblemError `no-file`, `several-recordings`, and what the readers of each form
 * throw; once aborted, the signal's reason.
 */
export async function readRecordingFiles(files: readonly File[], answers: RecordingAnswers | null, control: ReadControl): Promise<RecordingOutcome> {
  control.signal.throwIfAborted();
  if (files.length === 0) throw new ProblemError("no-file", "no file was chosen", "Choose the file of a recording");
  if (isWfdb(files)) return withLeadsChecked(await readWfdb(files, control));
  const [file, second] = files as readonly [File, File?];
  if (second) throw new ProblemError("several-recordings", `this is a second recording beside ${file.name}`, "Open one recording at a time", { file: second.name });
  switch (await signedFormOf(file)) {
    case "edf":
      return withLeadsChecked(await readEdf(file, control));
    case "dicom":
      return withLeadsChecked(await readDicom(file, control));
    case null: {
      const outcome = await readTextRecording(file, answers, control);
      return outcome.kind === "recording" ? withLeadsChecked(outcome.recording) : outcome;
    }
  }
}

function withLeadsChecked(recording: Recording): RecordingOutcome {
  return { kind: "recording", recording: withDerivedLimbLeads({ ...recording, findings: [...recording.findings, ...checkLeads(recording)] }) };
}
