import { ProblemError } from "../../problem.ts";
import type { ReadControl } from "../read-heart-rate.ts";
import { readDicom } from "./dicom/read-dicom.ts";
import { readEdf } from "./edf/read-edf.ts";
import { signedFormOf } from "./recording-signature.ts";
import type { RecordingAnswers } from "./recording-question.ts";
import { readTextRecording, type RecordingOutcome } from "./text/read-text-recording.ts";
import { isWfdb } from "./wfdb/record-files.ts";
import { readWfdb } from "./wfdb/read-wfdb.ts";

/**
 * Reads one raw ECG, of one file or, for WFDB, of those that belong together. Only delimited text asks; `answers` are those
 * to the question that the same file led to before. Throws ProblemError `no-file`, `several-recordings`, and what the
 * readers of each form throw; once aborted, the signal's reason.
 */
export async function readRecordingFiles(files: readonly File[], answers: RecordingAnswers | null, control: ReadControl): Promise<RecordingOutcome> {
  control.signal.throwIfAborted();
  if (files.length === 0) throw new ProblemError("no-file", "no file was chosen", "Choose the file of a recording");
  if (isWfdb(files)) return { kind: "recording", recording: await readWfdb(files, control) };
  const [file, second] = files as readonly [File, File?];
  if (second) throw new ProblemError("several-recordings", `this is a second recording beside ${file.name}`, "Open one recording at a time", { file: second.name });
  switch (await signedFormOf(file)) {
    case "edf":
      return { kind: "recording", recording: await readEdf(file, control) };
    case "dicom":
      return { kind: "recording", recording: await readDicom(file, control) };
    case null:
      return readTextRecording(file, answers, control);
  }
}
