import type { LoadedCheck } from "../../db/records.ts";
import { exportFileName } from "../../ecg/export/predictions-csv.ts";
import { annotationName, recordingAnnotations } from "../../ecg/export/recording-annotations.ts";
import { writeAnnotations } from "../../ecg/reading/recording/wfdb/annotation-file.ts";
import { checkCsv, checkedRecording, type ExportOptions } from "./check-csv.ts";

/** One way in which a check can be taken elsewhere. */
export interface CheckExport {
  readonly label: string;
  readonly keys: string;
  /** in the list of keys */
  readonly keyLabel: string;
  readonly hint?: string;
  /** of the file */
  readonly name: string;
  readonly write: (options: ExportOptions) => Promise<Blob>;
}

/** The files that a check can be exported to. */
export function checkExports(check: LoadedCheck): readonly CheckExport[] {
  const { name } = check.record;
  const csv = (options: ExportOptions) => checkCsv(check, options);
  if (check.kind !== "recording") {
    return [{ label: "Export CSV", keys: "e", keyLabel: "Export predictions as CSV", name: exportFileName(name, "predictions", "csv"), write: csv }];
  }
  const { record, annotator } = annotationName(check.recording, name);
  return [
    { label: "Beats as CSV", keys: "e", keyLabel: "Export the beats as CSV", name: exportFileName(record, "beats", "csv"), write: csv },
    {
      label: "Annotations (WFDB)", keys: "Shift+e", keyLabel: "Export the beats as WFDB annotations", name: `${record}.${annotator}`,
      hint: `In the format of .atr files: rdann -r ${record} -a ${annotator} reads it (key: Shift+E)`,
      write: async (options) => new Blob([writeAnnotations(recordingAnnotations(await checkedRecording(check, options)))], { type: "application/octet-stream" }),
    },
  ];
}
