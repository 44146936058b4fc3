import type { LoadedCheck, LoadedRecordingCheck } from "../../db/records.ts";
import { exportFileName } from "../../ecg/export/predictions-csv.ts";
import { annotationName, recordingAnnotations } from "../../ecg/export/recording-annotations.ts";
import { wfdbRecord } from "../../ecg/export/wfdb-record.ts";
import { zipFiles } from "../../ecg/export/zip-files.ts";
import { writeAnnotations } from "../../ecg/reading/recording/wfdb/annotation-file.ts";
import { wfdbRecordName } from "../../ecg/recording/record-name.ts";
import { checkBundle } from "../../ecg/export/fhir/check-bundle.ts";
import { checkCsv, checkedRecording } from "./check-csv.ts";
import { checkFindings } from "./check-findings.ts";
import { checkJson } from "./check-json.ts";
import { readJudgedCheck, relabelsByBeat, type ExportOptions } from "./read-judged-check.ts";

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
    return [{ label: "Export CSV", keys: "e", keyLabel: "Export predictions as CSV", name: exportFileName(name, "predictions", "csv"), write: csv }, ...jsonExports(check)];
  }
  const { recording } = check;
  const { record, annotator } = annotationName(recording, name);
  const isRecord = wfdbRecordName(recording.files) !== null;
  const marks = async (options: ExportOptions) => writeAnnotations(recordingAnnotations(await judgedRecording(check, options)));
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
    ...jsonExports(check),
  ];
}

/** For other programs. */
function jsonExports(check: LoadedCheck): readonly CheckExport[] {
  const { name } = check.record;
  return [
    {
      label: "JSON", keys: "j", keyLabel: "Export the result as JSON", name: exportFileName(name, "result", "json"), hint: "Everything the model said, and what clinicians said of it (key: J)",
      write: async (options) => jsonFile(checkJson(await readJudgedCheck(check, options)), "application/json"),
    },
    {
      label: "FHIR", keys: "f", keyLabel: "Export the result as a FHIR bundle", name: exportFileName(name, "fhir", "json"), hint: "HL7 FHIR R4: Observations, a preliminary DiagnosticReport and the model as a Device (key: F)",
      write: async (options) => jsonFile(checkBundle(checkFindings(await readJudgedCheck(check, options)), () => crypto.randomUUID()), "application/fhir+json"),
    },
  ];
}

const jsonFile = (value: unknown, type: string): Blob => new Blob([JSON.stringify(value)], { type });

async function judgedRecording(check: LoadedRecordingCheck, options: ExportOptions) {
  const { relabels } = await readJudgedCheck(check, options);
  return checkedRecording(check, relabelsByBeat(relabels));
}
