import type { LoadedCheck } from "../../db/records.ts";
import { exportFileName } from "../../ecg/export/predictions-csv.ts";
import { annotationName, recordingAnnotations } from "../../ecg/export/recording-annotations.ts";
import { wfdbRecord } from "../../ecg/export/wfdb-record.ts";
import { zipFiles } from "../../ecg/export/zip-files.ts";
import { writeAnnotations } from "../../ecg/reading/recording/wfdb/annotation-file.ts";
import { wfdbRecordName } from "../../ecg/recording/record-name.ts";
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
  const { recording } = check;
  const { record, annotator } = annotationName(recording, name);
  const isRecord = wfdbRecordName(recording.files) !== null;
  const marks = async (options: ExportOptions) => writeAnnotations(recordingAnnotations(await checkedRecording(check, options)));
  return [
    { label: "Beats as CSV", keys: "e", keyLabel: "Export the beats as CSV", name: exportFileName(record, "beats", "csv"), write: csv },
    isRecord
      ? {
          label: `Annotations (${record}.${annotator})`, keys: "Shift+e", keyLabel: "Export the beats as WFDB annotations", name: `${record}.${annotator}`,
          hint: `WFDB, in the format of .atr files: beside ${record}.hea, rdann -r ${record} -a ${annotator} reads it (key: Shift+E)`,
          write: async (options) => new Blob([await marks(options)], { type: "application/octet-stream" }),
        }
      : {
          label: "WFDB record (zip)", keys: "Shift+e", keyLabel: "Export recording and beats as a WFDB record", name: `${record}.zip`,
          hint: `${record}.hea, ${record}.dat and the beats in ${record}.${annotator}: unpacked, rdann -r ${record} -a ${annotator} reads them (key: Shift+E)`,
          write: async (options) => {
            const { header, signals } = await wfdbRecord(recording, record, options);
            const files = new Map([[`${record}.hea`, new TextEncoder().encode(header)], [`${record}.dat`, signals], [`${record}.${annotator}`, await marks(options)]]);
            return new Blob([zipFiles(files, new Date())], { type: "application/zip" });
          },
        },
  ];
}
